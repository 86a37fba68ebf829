"""What columns of people are called, a module a language."""
