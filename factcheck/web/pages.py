"""A whole page, or the fragment of it that htmx aimed at; and what a form says of its status."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.forms import BaseForm
from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest, QueryDict
from django.template.response import TemplateResponse
from django.utils.cache import patch_vary_headers
from django.utils.datastructures import MultiValueDict

REFUSED = "refused"  # the code of an error that says why the action of a form was refused


class FormRenderer(TemplatesSetting):
    """Fields look the same on every page."""

    field_template_name = "parts/_field.html"


def page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    *,
    form: BaseForm | None = None,
    fragment: str = "",
    target: str = "",
    status: int | None = None,
) -> TemplateResponse:
    """Answer with the page, or with `fragment` where htmx aims at the element `target`.

    It goes by the target and not by "this is htmx": after an HX-Location htmx fetches a whole
    page too. A page that shows `form` has the status of the form, unless it says another.
    """
    htmx = getattr(request, "htmx", None)
    aimed_here = bool(fragment and htmx and htmx.target == target)
    response = TemplateResponse(
        request,
        fragment if aimed_here else template,
        dict(context) if form is None else {**context, "form": form},
        status=status or (HTTPStatus.OK if form is None else form_status(form)),
    )
    if fragment:
        patch_vary_headers(response, ["HX-Request", "HX-Target"])
    return response


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form sent, or nothing where the form is only asked for."""
    return request.POST if request.method == "POST" else None


def uploaded(request: HttpRequest) -> MultiValueDict[str, UploadedFile[Any]] | None:
    """The files that a form sent, or nothing where the form is only asked for."""
    return request.FILES if request.method == "POST" else None


def form_status(form: BaseForm) -> HTTPStatus:
    """200 for a form to fill in, 422 for one that is wrong, 409 for one that was refused."""
    if not form.is_bound:
        return HTTPStatus.OK
    found = [error for errors in form.errors.as_data().values() for error in errors]
    if any(error.code == REFUSED for error in found):
        return HTTPStatus.CONFLICT
    return HTTPStatus.UNPROCESSABLE_ENTITY
