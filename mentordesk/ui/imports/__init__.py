"""The page that brings a roster in: file, columns, rows, import."""
