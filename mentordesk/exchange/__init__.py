"""Files in and out, each described as plain data first."""
