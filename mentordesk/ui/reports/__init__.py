"""The Reports page: what is in the workbook, before it is written."""
