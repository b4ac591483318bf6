"""From the gate to the edition: once, as it was seen, with a second person told."""

import json
import threading
from io import StringIO

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from factcheck.claims.actions import reword
from factcheck.claims.models import Claim
from factcheck.core.digests import digest
from factcheck.core.rulings import Never, NotNow
from factcheck.policy.actions import set_house_rules
from factcheck.publishing.actions import choose_address, clear, publish
from factcheck.publishing.assemble import dossier, report_for
from factcheck.publishing.gate import ask
from factcheck.publishing.models import Edition
from factcheck.publishing.report import decode, digest_of
from factcheck.review.actions import approve, submit
from factcheck.trail.models import Event
from factcheck.verification.actions import add_source, cite, conclude, record_verdict
from tests import story
from tests.fixtures.pages import FRAME

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(checker, reviewer):
    return story.ready(checker, reviewer)


def test_edition_is_what_the_preview_showed(article, publisher):
    seen = digest_of(report_for(dossier(article)))

    edition = publish(article=article, by=publisher, digest=seen)

    assert edition.digest == seen == digest(edition.report)
    assert (edition.number, edition.tier, edition.version) == (1, "first", article.current_version)


def test_report_says_who_checked_who_reviewed_and_what(article, publisher):
    edition = publish(article=article, by=publisher)

    report = decode(edition.report)

    assert report.checked_by == ("Cleo Checker",)
    assert report.reviewed_by == ("Rosa Reviewer",)
    assert [claim.number for claim in report.claims] == [1, 2]
    late = report.claims[0]
    assert (late.attribution.code, late.content.code) == ("confirmed_paraphrase", "accurate")
    assert late.chain[0].speaker == "Harbour office"
    assert late.content_finding.evidence[0].locator == "row 7"
    assert report.coverage.unchecked == 0
    assert sum(share.words for share in report.coverage.exempt) == 7
    assert "".join(part.text for p in report.passages for part in p.segments).startswith(
        story.TITLE
    )


def test_publishing_leaves_its_event_with_the_trail_before_it(article, publisher):
    before = Event.objects.filter(thread=f"article:{article.pk}").order_by("-number").first()

    edition = publish(article=article, by=publisher)

    event = Event.objects.get(verb="edition.published")
    assert event.actor == publisher
    assert event.words["digest"] == edition.digest
    kept = Event.objects.get(thread=f"article:{article.pk}", digest=edition.trail_digest)
    assert before.number <= kept.number < event.number


def test_numbers_follow_the_text_and_the_preview_has_them_already(checker, reviewer, publisher):
    article = story.bring_in(checker)
    rain = story.approved(story.marked(article, checker, story.RAIN, links=()), checker, reviewer)
    late = story.approved(story.marked(article, checker), checker, reviewer)
    story.left_out(article, checker, "We like the sea.")
    story.left_out(article, checker, story.TITLE, "no_statement")
    story.confirmed(article, reviewer)
    assert (rain.number, late.number) == (1, 2)
    seen = digest_of(report_for(dossier(article)))

    edition = publish(article=article, by=publisher, digest=seen)

    assert [claim["wording"] for claim in edition.report["claims"]] == [story.LATE, story.RAIN]
    assert Claim.objects.get(pk=late.pk).number == 1
    assert Claim.objects.get(pk=rain.pk).number == 2


@pytest.mark.parametrize("who", ["checker", "reviewer", "writer", "administrator", "stranger"])
def test_only_a_publisher_publishes(article, request, who):
    with pytest.raises(Never):
        publish(article=article, by=request.getfixturevalue(who))

    assert not Edition.objects.exists()


def test_publishing_again_is_refused_with_the_way_corrections_go(article, publisher):
    publish(article=article, by=publisher)

    with pytest.raises(NotNow, match="through a correction"):
        publish(article=article, by=publisher)

    assert Edition.objects.count() == 1


def test_publish_is_refused_where_anything_moved_since_the_preview(
    article, publisher, administrator
):
    seen = digest_of(report_for(dossier(article)))
    set_house_rules(by=administrator, desk_name="Harbour desk")

    with pytest.raises(NotNow) as refused:
        publish(article=article, by=publisher, digest=seen)

    assert refused.value.stale
    assert not Edition.objects.exists()


def test_change_after_approval_reopens_and_blocks(article, checker, publisher):
    claim = Claim.objects.get(article=article, number=1)
    reword(claim=claim, by=checker, wording="Ferries were late.", kind=claim.kind)

    with pytest.raises(NotNow, match="stands between"):
        publish(article=article, by=publisher)


def test_desk_without_a_name_publishes_nothing_in_production(
    article, publisher, administrator, settings
):
    settings.DESK_NAME_REQUIRED = True

    with pytest.raises(NotNow, match="no name"):
        publish(article=article, by=publisher)

    set_house_rules(by=administrator, desk_name="Desk", corrections_address="c@desk.example")
    assert publish(article=article, by=publisher).number == 1


def test_break_glass_shows_an_unsigned_claim_without_its_findings(
    checker, reviewer, publisher, ben, django_capture_on_commit_callbacks
):
    article = story.bring_in(checker)
    story.verified(story.marked(article, checker), checker)

    with django_capture_on_commit_callbacks(execute=True):
        edition = publish(
            article=article, by=publisher, past="It is election day.", public="Not all is signed."
        )

    report = decode(edition.report)
    (claim,) = report.claims
    assert (claim.state, claim.attribution, claim.content, claim.chain) == (
        "not_checked",
        None,
        None,
        (),
    )
    assert "log counts" not in json.dumps(edition.report)
    assert {rule.code for rule in report.rules.past} == {"G1", "G2"}
    assert report.past_public == "Not all is signed."
    assert edition.past_because == "It is election day."
    assert "election" not in json.dumps(edition.report)
    told = {address for letter in mail.outbox for address in letter.to}
    assert told == {ben.email, "administrator@desk.example"}
    assert "It is election day." in mail.outbox[0].body


def test_break_glass_passes_no_rule_that_cannot_be_passed(checker, publisher):
    article = story.bring_in(
        checker, title="", text="The ferries were late on 40 days, he said. " * 5
    )
    assert {blocker.rule for blocker in ask(article).firm} == {"G11"}

    with pytest.raises(NotNow, match="No reason passes"):
        publish(article=article, by=publisher, past="Now.", public="Now.")


@pytest.mark.parametrize(("past", "public"), [("Now.", ""), ("", "Now."), ("Now.", "  ")])
def test_break_glass_takes_both_sentences(article, publisher, past, public):
    with pytest.raises(ValueError, match="reason and a sentence"):
        publish(article=article, by=publisher, past=past, public=public)


def test_break_glass_on_an_open_gate_breaks_nothing(article, publisher, mailoutbox):
    edition = publish(article=article, by=publisher, past="To be sure.", public="To be sure.")

    assert edition.past_because == ""
    assert decode(edition.report).past_public == ""
    assert mailoutbox == []


def test_switched_off_rule_is_named_on_the_report(article, administrator, publisher):
    set_house_rules(by=administrator, g9=False)

    edition = publish(article=article, by=publisher)

    assert [rule.code for rule in decode(edition.report).rules.off] == ["G9"]


def test_confidential_source_stands_in_the_edition_by_its_description_alone(
    checker, reviewer, ben, publisher
):
    article = story.bring_in(checker, text=f"{story.LATE}, a sailor said.\n")
    sailor = story.LinkDraft("unnamed", "a sailor", words="a sailor", cue="said")
    claim = story.marked(article, checker, links=[sailor])
    source = add_source(
        by=checker, kind="interview", title="Interview with Ada Winterbourne", confidential=True,
        public_description="a sailor of the line", aliases="Tall Heron", private_note="Met at quay nine.",
    )  # fmt: skip
    link = claim.links.get()
    piece = cite(
        claim=claim, by=checker, source=source, aspect="attribution", link=link,
        stance="supports", locator="minute 4", excerpt="Late again", note="Met twice on the quay.",
    )  # fmt: skip
    record_verdict(
        claim=claim, by=checker, aspect="attribution", link=link, code="confirmed_paraphrase",
        rationale="The sailor told us.", evidence=[piece],
    )  # fmt: skip
    record_verdict(
        claim=claim, by=checker, aspect="content", code="attribution_only",
        rationale="We vouch for no more.",
    )  # fmt: skip
    conclude(claim=claim, by=checker)
    submit(claim=Claim.objects.get(pk=claim.pk), by=checker)
    with pytest.raises(Never):
        approve(claim=Claim.objects.get(pk=claim.pk), by=reviewer)
    approve(claim=Claim.objects.get(pk=claim.pk), by=ben)
    story.left_out(article, checker, story.TITLE, "no_statement")
    story.confirmed(article, ben)

    edition = publish(article=article, by=publisher)

    said = json.dumps(edition.report)
    assert "a sailor of the line" in said
    for secret in ("Winterbourne", "Heron", "quay", "minute 4", "Late again"):
        assert secret not in said


def test_leak_is_cleared_only_by_somebody_who_may_see_the_source(article, checker, publisher, ben):
    add_source(
        by=ben, kind="interview", title="It rained on 112 days, he told me", confidential=True,
        public_description="a forecaster", aliases="Berth log",
    )  # fmt: skip
    hits = [blocker for blocker in ask(article).blockers if blocker.rule == "G13"]
    assert hits
    with pytest.raises(NotNow):
        publish(article=article, by=publisher, past="Now.", public="Now.")

    with pytest.raises(Never):
        clear(article=article, by=checker, digest=hits[0].hit, reason="It is a common name.")
    with pytest.raises(ValueError, match="has a reason"):
        clear(article=article, by=ben, digest=hits[0].hit, reason=" ")
    with pytest.raises(NotNow, match="changed or cleared in the meantime"):
        clear(article=article, by=ben, digest="of other words", reason="It is a common name.")
    for hit in hits:
        clear(article=article, by=ben, digest=hit.hit, reason="It is a common name.")

    assert publish(article=article, by=publisher).number == 1
    assert "common name" not in json.dumps(list(Event.objects.values_list("words", flat=True)))


def test_address_is_chosen_until_the_first_edition(article, publisher):
    choose_address(article=article, by=publisher, slug="late-ferries")

    edition = publish(article=article, by=publisher)

    assert edition.article.address.slug == "late-ferries"
    with pytest.raises(NotNow):
        choose_address(article=article, by=publisher, slug="other")


def test_taken_address_is_refused_and_not_suggested(article, checker, reviewer, publisher):
    publish(article=article, by=publisher)
    other = story.ready(
        checker,
        reviewer,
        text=story.TEXT + "\nWe like it.",
    )

    with pytest.raises(NotNow):
        choose_address(article=other, by=publisher, slug="ferries-are-late")


@pytest.mark.parametrize("slug", ["Großes", "two--hyphens", "-edge", "a" * 61, ""])
def test_malformed_address_is_no_address(article, publisher, slug):
    with pytest.raises(ValueError, match="address"):
        choose_address(article=article, by=publisher, slug=slug)


def command(*args):
    out = StringIO()
    try:
        call_command("publish_article", *args, stdout=out)
    except CommandError as error:
        return 1, out.getvalue(), str(error)
    return 0, out.getvalue(), ""


def test_command_publishes_and_answers_in_one_line(article, publisher):
    code, out, _ = command(str(article.pk), "--as", "publisher", "--json")

    edition = Edition.objects.get()
    assert code == 0
    named = {"slug": "ferries-are-late", "url": "/r/ferries-are-late/", "digest": edition.digest}
    assert json.loads(out) == {"published": True, "blockers": [], "edition": {"number": 1} | named}


def test_command_names_what_blocks_and_changes_nothing(checker, publisher):
    article = story.bring_in(checker)
    story.marked(article, checker)
    before = Event.objects.count()

    answers = {command(str(article.pk), "--as", "publisher", "--json") for _ in range(2)}

    ((code, out, _),) = answers
    said = json.loads(out)
    assert code == 1
    assert (said["published"], said["edition"]) == (False, None)
    assert {blocker["rule"] for blocker in said["blockers"]} == {"G1", "G2", "G3", "G4"}
    assert set(said["blockers"][0]) == {"rule", "message", "url", "claim", "break_glass"}
    assert Event.objects.count() == before


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["99", "--as", "publisher"], "no article 99"),
        (["{pk}", "--as", "nobody"], "Nobody"),
        (["{pk}", "--as", "checker"], "published by publishers"),
        (["{pk}", "--as", "publisher", "--past", "x"], "both"),
    ],
)
def test_command_refuses_in_a_sentence(article, publisher, args, sentence):
    code, _, error = command(*[arg.format(pk=article.pk) for arg in args])

    assert code == 1
    assert sentence in error


def test_publish_asks_as_much_for_many_claims_as_for_few(checker, reviewer, publisher):
    few = story.ready(checker, reviewer)
    many = story.ready(checker, reviewer, text=story.TEXT + "\nThe quay is 90 metres long.\n")
    story.approved(
        story.marked(many, checker, "The quay is 90 metres long", links=()), checker, reviewer
    )
    counts = []
    for article in (few, many):
        by = type(publisher).objects.get(pk=publisher.pk)
        with CaptureQueriesContext(connection) as captured:
            publish(article=article, by=by)
        counts.append([q["sql"] for q in captured if not FRAME.match(q["sql"])])

    assert len(counts[0]) == len(counts[1])
    assert len(counts[0]) <= 29, "\n".join(counts[0])


@pytest.mark.django_db(transaction=True)
def test_two_publish_at_once_and_one_edition_comes_out(checker, reviewer, publisher, ben):
    article = story.ready(checker, reviewer)
    start, outcomes = threading.Barrier(2), []

    def go(by):
        start.wait()
        try:
            publish(article=article, by=by)
            outcomes.append("published")
        except NotNow as refused:
            outcomes.append(refused.reason)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=go, args=(by,)) for by in (publisher, ben)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcome == "published" for outcome in outcomes) == [False, True]
    assert any("published already" in outcome for outcome in outcomes)
    assert Edition.objects.count() == 1
    assert Event.objects.filter(verb="edition.published").count() == 1
