"""Somebody changed the row while a form was open: theirs beside yours, and nothing lost."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus

from django.forms import Form
from django.http import HttpRequest, HttpResponse

from factcheck.core.differences import Compared
from factcheck.web.pages import page


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

    `seen` is the revision or stamp that stands now; the form carries it from here on. `change` tells who
    changed the row last, `about` names it in words ("Claim 12"), `back` leads to what stands. A
    form of several hidden parts passes its own template by `extra["form_template"]`.
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
