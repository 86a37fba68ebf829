"""How files of other programs become plain rows of cells. Knows no roster and no form."""
