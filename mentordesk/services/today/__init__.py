"""Today: what asks for attention now and in the next days."""
