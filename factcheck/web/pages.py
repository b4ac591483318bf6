"""A whole page, or the fragment of it that htmx aimed at."""

from collections.abc import Mapping
from typing import Any

from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.cache import patch_vary_headers


class FormRenderer(TemplatesSetting):
    """Fields look the same on every page."""

    field_template_name = "parts/_field.html"


def page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    *,
    fragment: str = "",
    target: str = "",
    status: int = 200,
) -> TemplateResponse:
    """Answer with the page, or with `fragment` where htmx aims at the element `target`.

    It goes by the target and not by "this is htmx": after an HX-Location htmx fetches a whole
    page too.
    """
    htmx = getattr(request, "htmx", None)
    aimed_here = bool(fragment and htmx and htmx.target == target)
    response = TemplateResponse(
        request, fragment if aimed_here else template, dict(context), status=status
    )
    if fragment:
        patch_vary_headers(response, ["HX-Request", "HX-Target"])
    return response
