"""The page for a form that is out of date, with who changed its row last."""

from collections.abc import Mapping, Sequence

from django.db import models
from django.forms import Form
from django.http import HttpRequest, HttpResponse

from factcheck.core.differences import Compared
from factcheck.trail.queries import last_change
from factcheck.web.conflict import conflict_page as page_of


def conflict_page(
    request: HttpRequest,
    *,
    form: Form,
    row: models.Model,
    seen: int | str,
    compared: Sequence[Compared],
    about: str,
    back: str,
    extra: Mapping[str, object] | None = None,
) -> HttpResponse:
    """409: what stands now beside what was sent; the change is the row's last one."""
    return page_of(
        request,
        form=form,
        change=last_change(row),
        seen=seen,
        compared=compared,
        about=about,
        back=back,
        extra=extra,
    )
