"""Articles of any size for the bench: ready to publish, or waiting in the queue by the thousand.

What a person does once is done by the real action. What would be done hundreds of times is written
as rows that say the same; the digests of the approvals are the product's own, so the gate passes.
"""

from collections.abc import Iterator
from datetime import date

from django.utils import timezone

from factcheck.claims.actions import exempt
from factcheck.claims.models import Anchor, Claim, Link, Speaker
from factcheck.intake.actions import keep
from factcheck.intake.models import Article, Passage, Version
from factcheck.intake.queries import text_digest
from factcheck.intake.readers import read_text
from factcheck.people.actions import add_person
from factcheck.people.models import User
from factcheck.policy.actions import set_house_rules
from factcheck.review.actions import confirm
from factcheck.review.approval_digest import digest_of
from factcheck.review.models import Decision, Round
from factcheck.review.queries.left_out import to_confirm
from factcheck.verification.actions import add_source, store_capture
from factcheck.verification.models import Evidence, Verdict, VerdictEvidence
from factcheck.verification.queries import facts

SENTENCES = 5  # of a paragraph
ASIDE = "Nobody at the harbour likes to wait for long."
REASONS = ["a broken ramp", "fog on the inner fairway", "a late train", "a sick pilot"]


def people() -> dict[str, User]:
    """One person for each side of the four eyes, under a desk with a name."""
    head = add_person(
        by=None, username="head", name="Ada Head", roles=["administrator", "publisher"]
    )
    set_house_rules(by=head, desk_name="Harbour desk", corrections_address="desk@desk.example")
    checker = add_person(by=head, username="checker", name="Cleo Checker", roles=["checker"])
    reviewer = add_person(by=head, username="reviewer", name="Rosa Reviewer", roles=["reviewer"])
    return {"head": head, "checker": checker, "reviewer": reviewer}


def _statement(number: int) -> str:
    """What a claim says: about twenty-five words, and another number each time."""
    reason = REASONS[number % len(REASONS)]
    return (
        f"On trip {number} of the season the ferry to the outer islands left the quay "
        f"{number % 50 + 1} minutes late because of {reason} and lost its slot at the lock"
    )


def text(title: str, claims: int) -> str:
    """A piece as somebody would paste it; 300 claims are 10,000 words."""
    return "\n\n".join(_paragraphs(title, claims))


def _paragraphs(title: str, claims: int) -> Iterator[str]:
    """The title, and paragraphs of five claims with an aside at the end."""
    yield title
    said = [f"{_statement(number)}, office {number % 20} said on Monday." for number in
            range(1, claims + 1)]  # fmt: skip
    for at in range(0, claims, SENTENCES):
        yield " ".join([*said[at : at + SENTENCES], ASIDE])


def ready(who: dict[str, User], claims: int, title: str) -> Article:
    """An article of so many approved claims that the gate lets through."""
    checker, reviewer = who["checker"], who["reviewer"]
    text = "\n\n".join(_paragraphs(title, claims))
    article, _ = keep(reading=read_text(text, title=title), by=checker, rights="own")
    article = Article.objects.select_related("current_version").get(pk=article.pk)
    version = article.current_version
    assert version is not None
    rows = _marked(article, version, checker, claims)
    _verified(rows, checker)
    _approved(rows, checker, reviewer)
    _left_out(article, version, checker, reviewer)
    return article


def _marked(article: Article, version: Version, by: User, count: int) -> list[Claim]:
    now = timezone.now()
    hands = {
        f"{part}_{what}": value
        for part in ("spanned", "worded", "kinded", "chained", "accepted")
        for what, value in (("by", by), ("at", now))
    }
    claims = Claim.objects.bulk_create(
        [
            Claim(
                article=article, number=number, wording=f"{_statement(number)}.", kind="number",
                stage="approved", **hands,
            )
            for number in range(1, count + 1)
        ]
    )  # fmt: skip
    speakers = [
        Speaker.objects.get_or_create(
            kind="organisation", name=f"Office {number}", defaults={"added_by": by}
        )[0]
        for number in range(20)
    ]
    anchors, links, at = [], [], 0
    for claim in claims:
        quote, words = _statement(claim.number), f"office {claim.number % 20}"
        at = version.text.index(quote, at)
        end = at + len(quote)
        speaker = version.text.index(words, end)
        anchors.append(Anchor(version=version, claim=claim, start=at, end=end, quote=quote))
        links.append(
            Link(
                claim=claim, position=0, speaker=speakers[claim.number % 20], governs=True,
                words=words, words_start=speaker,
                cue="said", cue_start=version.text.index("said", speaker),
            )
        )  # fmt: skip
    Anchor.objects.bulk_create(anchors)
    Link.objects.bulk_create(links)
    return claims


def _verified(claims: list[Claim], by: User) -> None:
    """Evidence on every link and every content, and a verdict on each."""
    books = []
    for number in range(max(1, len(claims) // SENTENCES)):
        source = add_source(by=by, kind="dataset", title=f"Berth log {number}", publisher="Harbour")
        copy = store_capture(
            source=source, by=by, text="trip;late\n1;1\n", taken_on=date(2026, 3, 1)
        )
        books.append((source, copy))
    links = {link.claim_id: link for link in Link.objects.filter(claim__in=claims)}
    pieces, verdicts = [], []
    for at, claim in enumerate(claims):
        source, copy = books[at % len(books)]
        for aspect, code, link in (
            ("attribution", "confirmed_paraphrase", links[claim.pk]),
            ("content", "accurate", None),
        ):
            pieces.append(
                Evidence(
                    claim=claim, aspect=aspect, link=link, source=source, capture=copy,
                    stance="supports", primary=True, locator=f"row {at}", excerpt=f"trip {at}",
                    added_by=by,
                )
            )  # fmt: skip
            verdicts.append(
                Verdict(
                    claim=claim, aspect=aspect, link=link, code=code, found_by=by,
                    rationale=f"The log has trip {at}, and the office says so in its report.",
                )
            )  # fmt: skip
    Evidence.objects.bulk_create(pieces)
    Verdict.objects.bulk_create(verdicts)
    VerdictEvidence.objects.bulk_create(
        VerdictEvidence(verdict=verdict, evidence=piece)
        for verdict, piece in zip(verdicts, pieces, strict=True)
    )


def _approved(claims: list[Claim], checker: User, reviewer: User) -> None:
    """One round each, closed by an approval of what stands there."""
    now, known = timezone.now(), facts(claims)
    rounds = Round.objects.bulk_create(
        Round(
            claim=claim, number=1, opened_by=checker, closed_by=reviewer, closed_at=now,
            outcome="approved",
        )
        for claim in claims
    )  # fmt: skip
    Decision.objects.bulk_create(
        Decision(
            round=row, verb="approve", digest=digest_of(known[row.claim_id]), decided_by=reviewer
        )
        for row in rounds
    )


def _left_out(article: Article, version: Version, checker: User, reviewer: User) -> None:
    """The title and every aside, with a second person's word."""
    passages = list(version.passages.order_by("position"))
    for passage in passages:
        start = passage.start
        if passage.role == "body":
            start = version.text.rindex(ASIDE, passage.start, passage.end)
        exempt(article=article, by=checker, start=start, end=passage.end, reason="no_statement")
    if all(passage.role == "body" for passage in passages) and version.title:
        raise ValueError("The title of the bench's article is no passage of it.")
    waiting = [item.row for item in to_confirm(article)]
    confirm(article=article, by=reviewer, exemptions=waiting, claims=[])


def queued(by: User, count: int) -> None:
    """So many articles of one open claim each."""
    now = timezone.now()
    articles = Article.objects.bulk_create(
        Article(given_title=f"Notice {number}", brought_by=by) for number in range(count)
    )
    texts = [f"The pier was closed for {number} days." for number in range(count)]
    versions = Version.objects.bulk_create(
        Version(
            article=article, number=1, origin="paste", text=text, text_digest=text_digest(text),
            words=8, brought_by=by,
        )
        for article, text in zip(articles, texts, strict=True)
    )  # fmt: skip
    for article, version in zip(articles, versions, strict=True):
        article.current_version = version
    Article.objects.bulk_update(articles, ["current_version"], batch_size=400)
    Passage.objects.bulk_create(
        Passage(version=version, position=1, role="body", start=0, end=len(version.text))
        for version in versions
    )
    claims = Claim.objects.bulk_create(
        Claim(article=article, number=1, wording=text, accepted_by=by, accepted_at=now)
        for article, text in zip(articles, texts, strict=True)
    )
    Anchor.objects.bulk_create(
        Anchor(version=version, claim=claim, start=0, end=len(text), quote=text)
        for version, claim, text in zip(versions, claims, texts, strict=True)
    )
