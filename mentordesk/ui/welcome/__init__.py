"""First run: three ways to begin while no desk is open."""
