"""People of the desk: who they are, what they offer and want, their careers, their lineage."""
