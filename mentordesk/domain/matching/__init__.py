"""The best pairs for a whole cohort, with reasons. numpy, scipy and rustworkx are imported when matching starts."""
