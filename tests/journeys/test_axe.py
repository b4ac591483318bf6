"""axe finds nothing on any page, light and dark, on a desk and on a phone."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.urls import reverse

from factcheck.claims.actions import ask
from factcheck.claims.models import Claim
from factcheck.publishing.actions import publish
from tests import story

pytestmark = [pytest.mark.looks, pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# The dark theme has other colours and nothing else, so it is asked about colours alone.
THEMES = {
    "light": {"resultTypes": ["violations"]},
    "dark": {
        "resultTypes": ["violations"],
        "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    },
}
SIZES = [{"width": 1280, "height": 900}, {"width": 390, "height": 844}]


@pytest.fixture
def addresses(checker, reviewer, publisher, writer):
    """One address of every page: (who opens it, address)."""
    out = story.ready(checker, reviewer)
    publish(article=out, by=publisher)
    work = story.bring_in(checker, text=story.TEXT + "\nA further line.\n", writer=writer)
    asked = story.marked(work, checker)
    waiting = story.in_review(story.marked(work, checker, story.RAIN, links=()), checker)
    story.left_out(work, checker, "We like the sea.")
    question = ask(claim=asked, by=reviewer, text="Which year?", to=writer, blocking=True)
    slug = out.address.slug
    signed = Claim.objects.filter(article=out).first()
    source = signed.evidence.first().source
    desk = [
        ("desk:queue",),
        ("desk:keys",),
        ("desk:bring_in",),
        ("desk:workspace", work.pk),
        ("desk:claim", asked.pk),
        ("desk:claim_new", work.pk),
        ("desk:claim_words", asked.pk),
        ("desk:claim_span", asked.pk),
        ("desk:claim_chain", asked.pk),
        ("desk:claim_split", asked.pk),
        ("desk:claim_merge", asked.pk),
        ("desk:new_text", work.pk),
        ("desk:versions", work.pk),
        ("desk:suggestions_accept", work.pk),
        ("desk:claim_set_aside", asked.pk),
        ("desk:claim_assign", asked.pk),
        ("desk:claim_dispose", asked.pk),
        ("desk:exempt", work.pk),
        ("desk:evidence_add", asked.pk),
        ("desk:verdict_add", asked.pk),
        ("desk:contact_add", asked.pk),
        ("desk:timeline", work.pk),
        ("desk:claim_history", asked.pk),
        ("intake:articles",),
        ("intake:article_describe", work.pk),
        ("claims:speakers",),
        ("claims:speaker", asked.links.get().speaker_id),
        ("claims:speaker_merge", asked.links.get().speaker_id),
        ("desk:search",),
        ("verification:sources",),
        ("verification:source", source.pk),
        ("verification:source_add",),
        ("verification:source_change", source.pk),
        ("verification:capture_add", source.pk),
    ]
    return {
        checker: [
            *(reverse(name, args=args) for name, *args in desk),
            reverse("desk:search") + "?q=harb",
            reverse("desk:search") + "?q=zeppelin",
        ],
        writer: [reverse("desk:question_answer", args=[question.pk])],
        reviewer: [
            reverse("desk:review", args=[work.pk]),
            reverse("desk:claim_review", args=[waiting.pk]),
            reverse("desk:question_add", args=[asked.pk]),
            reverse("account_change_password"),
        ],
        publisher: [
            reverse("publishing:gate", args=[work.pk]),
            reverse("publishing:preview", args=[work.pk]),
            reverse("publishing:address", args=[work.pk]),
            reverse("publishing:editions"),
            reverse("desk:claim_waive", args=[asked.pk]),
        ],
        None: [
            "/",
            f"/r/{slug}/",
            f"/r/{slug}/1/",
            f"/r/{slug}/c/1/",
            "/how-we-work/",
            "/report-an-error/",
            "/nothing-here/",
            "/accounts/login/",
        ],
    }


@pytest.mark.parametrize("size", SIZES, ids=["desk", "phone"])
def test_axe_finds_nothing(open_page, live_server, addresses, size):
    found = {}
    for person, urls in addresses.items():
        # a button fades from one theme into the other, which is no colour to measure
        page = open_page(person, viewport=size, reduced_motion="reduce")
        for url in urls:
            page.goto(url)
            page.evaluate(AXE_SCRIPT)
            said = [f"{theme}: {what}" for theme in THEMES for what in violations(page, theme)]
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                said.append("it scrolls sideways")
            if said:
                found[url] = said

    assert found == {}


def violations(page, theme):
    page.emulate_media(color_scheme=theme)
    asked = "options => axe.run(options).then(found => found.violations)"
    rows = page.evaluate(asked, THEMES[theme])
    return [f"{row['id']}: {row['nodes'][0]['html'][:160]}" for row in rows]
