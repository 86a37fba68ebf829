"""A report on paper: the same cells as in the workbook, laid out on pages. Knows no desk and no window."""
