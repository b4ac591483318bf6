"""What the desk's pages show, one module a page."""

from factcheck.desk.queries.card import Card, card

__all__ = ["Card", "card"]
