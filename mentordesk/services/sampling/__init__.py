"""What the sample desk is made of, a subject a module: people, programs, pairs and what pairs live through."""
