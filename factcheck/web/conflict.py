"""What came of the action that a form asked for: done, out of date, or refused.

Views catch a refusal here and nowhere else. All that is not caught goes to the middleware.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from http import HTTPStatus

from django.core.exceptions import ValidationError
from django.forms import BaseForm, Form
from django.http import HttpRequest, HttpResponse

from factcheck.core.differences import Compared
from factcheck.core.rulings import NotNow, Ruling
from factcheck.web.pages import REFUSED, page


class Attempt:
    """An action that was tried, and the refusal that its view answers."""

    def __init__(self) -> None:
        self.refused: NotNow | None = None

    @property
    def done(self) -> bool:
        return self.refused is None

    @property
    def stale(self) -> bool:
        """Whether somebody changed the row since the form was shown."""
        return self.refused is not None and self.refused.stale

    @property
    def reason(self) -> str:
        return self.refused.reason if self.refused else ""


@contextmanager
def attempt(
    form: BaseForm | None = None,
    *,
    field: str | None = None,
    may: Callable[[], Ruling] | None = None,
) -> Iterator[Attempt]:
    """Try an action inside `with`, and tell its view what came of it.

    A stale form is caught: the view shows what stands beside what was sent. Another refusal is
    caught only with `may`, the rule that opens the form, asked of the row as it stands now. Where
    it still allows, the refusal is about what was typed, and the person can mend it in the form:
    the sentence stands in `form`, at `field`. Where it refuses, nothing typed would help.
    """
    tried = Attempt()
    try:
        yield tried
    except NotNow as refused:
        if not refused.stale and (may is None or not may()):
            raise
        tried.refused = refused
        if form is not None:
            add_refusal(form, refused.reason, field)


def add_refusal(form: BaseForm, reason: str, field: str | None = None) -> None:
    """Say in a form why its action was refused; its page is then a 409."""
    form.add_error(field, ValidationError(reason, code=REFUSED))


def conflict_page(
    request: HttpRequest,
    *,
    form: Form,
    change: object,
    seen: int | str,
    compared: Sequence[Compared],
    about: str,
    back: str,
    extra: Mapping[str, object] | None = None,
) -> HttpResponse:
    """409: what stands now beside what was sent, and the form again, ready to be saved over it.

    `seen` is the revision or stamp that stands now; the form carries it from here on. `change`
    tells who changed the row last, `about` names it in words ("Claim 12"), `back` leads to what
    stands. A form of several hidden parts passes its own template by `extra["form_template"]`.
    """
    data = request.POST.copy()
    data[form.add_prefix("seen")] = str(seen)
    form.data = data
    return page(
        request,
        "desk/conflict.html",
        {
            "form": form,
            "about": about,
            "back": back,
            "change": change,
            "compared": [side for side in compared if side.theirs or side.yours],
            **(extra or {}),
        },
        status=HTTPStatus.CONFLICT,
    )
