"""How rows are found by their words."""
