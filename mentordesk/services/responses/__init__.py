"""What came back on forms: written out, read back, matched with pairs, taken in with a receipt."""
