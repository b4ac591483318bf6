"""Somebody changed the row while a form was open: theirs beside yours, and nothing lost."""

from collections.abc import Mapping, Sequence

from django.db import models
from django.forms import Form
from django.http import HttpRequest, HttpResponse

from factcheck.desk.queries.differences import Compared, last_change
from factcheck.web.pages import page


def conflict_page(
    request: HttpRequest,
    *,
    form: Form,
    row: models.Model,
    seen: int,
    compared: Sequence[Compared],
    about: str,
    back: str,
    extra: Mapping[str, object] | None = None,
) -> HttpResponse:
    """409: what stands now beside what was sent, and the form again, ready to be saved over it.

    `seen` is the revision that stands now; the form carries it from here on. `about` names the row
    in words ("Claim 12"), `back` leads to what stands. A form of several hidden parts passes its
    own template by `extra["form_template"]`.
    """
    form.data = form.data.copy()
    form.data[form.add_prefix("seen")] = str(seen)
    return page(
        request,
        "desk/conflict.html",
        {
            "form": form,
            "about": about,
            "back": back,
            "change": last_change(row),
            "compared": [side for side in compared if side.theirs or side.yours],
            **(extra or {}),
        },
        status=409,
    )
