"""What was typed into a search box. Pure."""

MOST = 8


def search_words(q: str) -> list[str]:
    """The words to look for: the first few, without the sign that no database takes."""
    return q.replace("\0", " ").split()[:MOST]
