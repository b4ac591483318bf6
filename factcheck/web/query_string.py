"""What the query string of an address asks for. Anybody can write anything into it."""

from django.http import HttpRequest

LONGEST = 200


def number_asked(request: HttpRequest, name: str) -> int | None:
    """A number that the address names, if it is one that the database can hold."""
    asked = request.GET.get(name, "")
    return int(asked) if asked.isdecimal() and len(asked) < 19 else None


def words_asked(request: HttpRequest) -> str:
    """What was typed into the search field, `q`."""
    return request.GET.get("q", "")[:LONGEST]
