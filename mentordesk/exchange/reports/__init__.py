"""A report a module: rows in, Report out."""
