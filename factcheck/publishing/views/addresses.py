"""Where a report will stand."""

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from factcheck.people.requests import StaffRequest
from factcheck.publishing import actions, queries, rules
from factcheck.publishing.forms import AddressForm
from factcheck.publishing.views.articles import article_of_desk
from factcheck.web.conflict import attempt
from factcheck.web.pages import page, posted


@require_http_methods(["GET", "HEAD", "POST"])
def address(request: StaffRequest, pk: int) -> HttpResponse:
    """Choose where the report will stand."""
    article = article_of_desk(request, pk)
    rules.may_choose_address(request.user, article).enforce()
    form = AddressForm(posted(request), initial={"slug": queries.slug_for(article)})
    if form.is_valid():
        may = partial(rules.may_choose_address, request.user, article)
        with attempt(form, field="slug", may=may) as tried:
            actions.choose_address(article=article, by=request.user, **form.cleaned_data)
        if tried.done:
            messages.success(request, "The address is chosen.")
            return redirect("publishing:gate", article.pk)
    return page(request, "publishing/address.html", {"article": article}, form=form)
