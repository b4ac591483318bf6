"""A refusal is caught where its form can answer it, and handed on where it cannot."""

import pytest
from django import forms

from factcheck.core.rulings import ALLOWED, Never, NotNow, never, not_now
from factcheck.web.conflict import attempt
from factcheck.web.pages import form_status

TAKEN = not_now("This address is taken.")
STALE = not_now("Somebody changed this.", stale=True)
CLOSED = not_now("The report is published.")


class AddressForm(forms.Form):
    slug = forms.CharField()


@pytest.fixture
def form():
    form = AddressForm({"slug": "harbour"})
    assert form.is_valid()
    return form


def test_an_action_that_goes_through_is_done(form):
    with attempt(form) as tried:
        pass

    assert tried.done
    assert not tried.stale
    assert tried.reason == ""
    assert form.is_valid()


def test_a_stale_form_is_caught_without_more():
    with attempt() as tried:
        STALE.enforce()

    assert tried.stale
    assert not tried.done
    assert tried.reason == "Somebody changed this."


def test_another_refusal_is_handed_on():
    with pytest.raises(NotNow, match="taken"), attempt():
        TAKEN.enforce()


def test_a_refusal_that_can_be_mended_stands_in_the_form(form):
    with attempt(form, field="slug", may=lambda: ALLOWED) as tried:
        TAKEN.enforce()

    assert tried.reason == "This address is taken."
    assert form.errors == {"slug": ["This address is taken."]}
    assert form_status(form) == 409


def test_a_refusal_that_nothing_typed_would_mend_is_handed_on(form):
    with pytest.raises(NotNow, match="taken"), attempt(form, may=lambda: CLOSED):
        TAKEN.enforce()

    assert form.is_valid()


def test_who_may_not_is_told_so_whatever_the_form_allows(form):
    with pytest.raises(Never), attempt(form, may=lambda: ALLOWED):
        never("This takes a publisher.").enforce()


@pytest.mark.parametrize(("typed", "status"), [(None, 200), ({}, 422)])
def test_the_status_of_a_form_that_was_not_refused(typed, status):
    assert form_status(AddressForm(typed)) == status
