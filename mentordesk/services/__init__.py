"""What a coordinator can do, a module a noun."""
