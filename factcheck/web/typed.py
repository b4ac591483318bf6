"""What was typed into a form that could not be taken, so that it comes back and can be copied."""

from dataclasses import dataclass

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, UnreadablePostError
from django.http.multipartparser import MultiPartParserError

MECHANICS = {"csrfmiddlewaretoken", "seen", "digest", "next", "version", "start", "end"}
SECRETS = ("password", "token", "secret")
PRIVATE_PATHS = ("/accounts/", "/admin/")


@dataclass(frozen=True, slots=True)
class Typed:
    """One field with the words that somebody wrote into it."""

    label: str
    text: str

    @property
    def rows(self) -> int:
        """How high the box is that shows it."""
        return min(20, 1 + self.text.count("\n") + len(self.text) // 80)


def typed(request: HttpRequest) -> list[Typed]:
    """The fields of a refused POST; never a password, a token or the working parts of a form."""
    if request.method != "POST" or request.path.startswith(PRIVATE_PATHS):
        return []
    try:
        fields = list(request.POST.lists())
    except (RequestDataTooBig, TooManyFieldsSent, UnreadablePostError, MultiPartParserError):
        return []
    return [
        Typed(label=_label(name), text=text)
        for name, texts in fields
        if name not in MECHANICS and not any(word in name.lower() for word in SECRETS)
        for text in texts
        if text.strip()
    ]


def _label(name: str) -> str:
    """A field's name as words."""
    words = name.replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:]
