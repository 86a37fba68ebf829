"""The page of a story as a Word document."""
