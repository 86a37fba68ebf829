"""The stories of pairs: written, approved, made into documents and letters."""
