"""The only writer of workbooks, and the only one who knows openpyxl's traps."""
