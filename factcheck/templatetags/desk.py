"""Small things that the desk's frame shows. Pure."""

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

HERE: SafeString = mark_safe(' aria-current="page"')


@register.filter
def initials(name: str) -> str:
    """The first letters of the first and the last name: "Ada M. Lindqvist" is AL."""
    parts = name.split()
    return "".join(part[0] for part in (parts[:1] + parts[1:][-1:])).upper()


@register.simple_tag
def here(path: str, *prefixes: str, exact: bool = False) -> str:
    """Mark the entry of the navigation that the page belongs to."""
    found = path in prefixes if exact else path.startswith(prefixes)
    return HERE if found else ""
