"""Two people have one form open: what the first one said is shown to the second, not lost."""

import pytest
from django.urls import reverse

from factcheck.claims.actions import answer, ask, assign, dispose, rechain
from factcheck.claims.models import Claim, Question
from factcheck.desk.views import evidence
from factcheck.verification.models import Evidence

WORDS = "Every ferry will plug in by 2029"


@pytest.fixture
def meet(signed_in):
    """meet(person, url, first, typed): the form is opened, `first` happens, what was typed is sent.

    Gives the answer, and the answer to sending it once more from the page that came.
    """

    def both(person, url, first, typed):
        door = signed_in(person)
        seen = door.get(url).context["form"]["seen"].value()
        first()
        response = door.post(url, {"seen": seen, **typed})
        now = response.context["form"]["seen"].value()
        return response, door.post(url, {"seen": now, **typed})

    return both


def test_an_assignment_meanwhile_is_shown(meet, claim, checker, anna, publisher):
    url = reverse("desk:claim_assign", args=[claim.pk])

    response, again = meet(
        checker,
        url,
        lambda: assign(claim=claim, by=anna, to=anna),
        {"to": publisher.pk, "due_at": ""},
    )

    sides = {side.label: (side.theirs, side.yours) for side in response.context["compared"]}
    assert (response.status_code, sides["Who"]) == (409, ("Anna Adler", "Pia Publisher"))
    assert again.status_code == 302
    assert Claim.objects.get().assignee == publisher


def test_a_disposition_meanwhile_is_shown(meet, claim, checker, anna):
    url = reverse("desk:claim_dispose", args=[claim.pk])

    response, again = meet(
        checker,
        url,
        lambda: dispose(claim=claim, by=anna, disposition="fix_requested"),
        {"disposition": "stands"},
    )

    sides = {side.label: (side.theirs, side.yours) for side in response.context["compared"]}
    assert (response.status_code, sides["The text"]) == (409, ("Fix requested", "Stands"))
    assert again.status_code == 302
    assert Claim.objects.get().disposition == "stands"


@pytest.mark.parametrize("before", ["", "The council."])
def test_an_answer_meanwhile_is_shown(meet, claim, checker, anna, reviewer, before):
    question = ask(claim=claim, by=reviewer, text="Who decides?")
    if before:
        answer(question=question, by=checker, text=before)
    url = reverse("desk:question_answer", args=[question.pk])

    response, again = meet(
        checker,
        url,
        lambda: answer(question=question, by=anna, text="The port."),
        {"text": "The commission."},
    )

    sides = {side.label: (side.theirs, side.yours) for side in response.context["compared"]}
    assert (response.status_code, sides["Answer"]) == (409, ("The port.", "The commission."))
    assert again.status_code == 302
    assert Question.objects.get().answer == "The commission."


def test_words_that_became_a_claim_meanwhile_leave_the_form_as_it_was_filled_in(
    article, claim, checker, signed_in
):
    start = article.current_version.text.index(WORDS)

    response = signed_in(checker).post(
        reverse("desk:claim_new", args=[article.pk]),
        {
            "version": article.current_version_id,
            "start": start,
            "end": start + len(WORDS),
            "wording": "All ferries use shore power by 2029.",
            "kind": "prediction",
        },
    )

    html = response.content.decode()
    assert response.status_code == 409
    assert "These very words are claim 1 already." in html
    assert "All ferries use shore power by 2029.</textarea>" in html
    assert f'name="start" value="{start}"' in html
    assert Claim.objects.count() == 1


def test_evidence_on_a_link_that_left_the_chain_meanwhile_stays_typed(
    claim, link, checker, anna, signed_in, monkeypatch
):
    judged = evidence._valid

    def meanwhile(parts):
        right = judged(parts)
        rechain(claim=claim, by=anna, links=[])
        return right

    monkeypatch.setattr(evidence, "_valid", meanwhile)

    response = signed_in(checker).post(
        reverse("desk:evidence_add", args=[claim.pk]),
        {
            "question": f"link-{link.pk}",
            "source": "",
            "stance": "supports",
            "locator": "page 7",
            "excerpt": "by 2029",
            "new-title": "Clean air plan",
            "new-kind": "document",
        },
    )

    html = response.content.decode()
    assert response.status_code == 409
    assert "this link is no longer part of it" in html
    assert 'value="Clean air plan"' in html
    assert not Evidence.objects.exists()
