"""The only place that knows tables and SQLite."""
