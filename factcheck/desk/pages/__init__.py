"""The desk's other pages, as plain models."""
