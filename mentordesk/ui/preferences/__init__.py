"""The Settings page: the looks and backups of this computer, and the desk's own fields of people."""
