"""The Pairs page, the full page of one pair, and the dialogs about pairs."""
