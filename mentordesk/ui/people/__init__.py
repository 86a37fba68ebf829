"""The People page: the directory, a person's card, and the dialogs that change people."""
