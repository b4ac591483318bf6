"""Suggested claims: the kind, the worth and the reason of each."""
