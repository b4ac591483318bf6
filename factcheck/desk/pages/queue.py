"""What waits for one person, by kind of work, each thing with its next step.

What waits is asked with one query for all kinds, then the rows are read: claims, articles and
questions with one each, whatever their number. What this person could not do is not asked for.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone

from factcheck.claims.models import Claim, Question, Stage
from factcheck.desk.queries.titles import title_of, with_quotes, with_titles, wording_of
from factcheck.desk.queries.verdict_marks import Marks, marks_for
from factcheck.desk.queries.waiting import by_due, keys_by_kind, left_out_by_others
from factcheck.intake.models import Article
from factcheck.people.models import User
from factcheck.policy.house_rules import Rules
from factcheck.review.models import Decision, Verb

SHOWN = 25


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that waits: what it is, where it leads, how pressing it is."""

    what: str
    text: str
    url: str
    article: str
    number: int | None = None
    stage: str = ""
    stage_word: str = ""
    marks: Marks | None = None
    due: datetime | None = None
    late: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of work. `more` leads to the rest where not all of it is shown."""

    title: str
    remark: str
    rows: tuple[Row, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Queue:
    """Everything that waits for one person."""

    sections: tuple[Section, ...]

    @property
    def count(self) -> int:
        return sum(len(section.rows) for section in self.sections)

    @property
    def first(self) -> Row | None:
        return next((row for section in self.sections for row in section.rows), None)

    @property
    def heading(self) -> str:
        """Nine things wait for you."""
        if any(section.more for section in self.sections):
            return f"More than {self.count} things wait for you"
        if self.count == 1:
            return "One thing waits for you"
        return f"{in_words(self.count)} things wait for you"


NUMBERS = "No One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve".split()


def in_words(count: int) -> str:
    """A number at the beginning of a sentence: a word up to twelve."""
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def queue(user: User, rules: Rules) -> Queue:
    """What waits for a person, the most pressing kind first."""
    now = timezone.now()
    waits = keys_by_kind(user, SHOWN + 1)
    questions = _questions(waits["questions"])
    asked_on = {question.claim_id for question in questions}
    claims = _claims(asked_on.union(*(waits[kind] for kind in CLAIM_SECTIONS)), waits["returned"])
    articles = _articles({claim.article_id for claim in claims}, waits, user)
    words = Words.of(claims, {row.pk: title_of(row) for row in articles}, rules)
    sections = [
        *_claim_sections(claims, waits, words, user, now),
        _question_section(questions, {claim.pk: claim for claim in claims}, words, now),
        _confirm_section([row for row in articles if row.pk in waits["confirm"]]),
        *_article_sections(articles, waits, now),
    ]
    return Queue(tuple(section for section in sections if section.rows))


@dataclass(frozen=True, slots=True)
class Words:
    """What the rows of claims are called, and what was found: one query for all of them."""

    titles: Mapping[int, str]
    marks: Mapping[int, Marks]

    @classmethod
    def of(cls, claims: Iterable[Claim], titles: Mapping[int, str], rules: Rules) -> "Words":
        """The words for claims that were read `with_quotes`, their articles having these titles."""
        return cls(titles, marks_for([claim.pk for claim in claims], rules))

    def row(self, what: str, claim: Claim, url: str, now: datetime, note: str = "") -> Row:
        """The row of one claim."""
        due = claim.due_at or getattr(claim, "article_due", None)
        return Row(
            what=what,
            text=wording_of(claim),
            url=url,
            article=self.titles[claim.article_id],
            number=claim.number,
            stage=claim.stage,
            stage_word=claim.get_stage_display(),
            marks=self.marks[claim.pk],
            due=due,
            late=bool(due and due < now),
            note=note,
        )


def _claims(keys: Collection[int], returned: Collection[int]) -> list[Claim]:
    """These claims, the most pressing first. One query or none.

    Where some were returned, each with why it was last sent back.
    """
    if not keys:
        return []
    rows = with_quotes(by_due(Claim.objects.filter(pk__in=keys))).select_related("assignee")
    if returned:
        back = Decision.objects.filter(round__claim=OuterRef("pk"), verb=Verb.SEND_BACK)
        reason = Subquery(back.order_by("-pk").values("reason")[:1])
        rows = rows.annotate(sent_back_because=reason)
    return list(rows)


def _questions(keys: Collection[int]) -> list[Question]:
    """These questions, those that hold up publication first. One query or none."""
    if not keys:
        return []
    rows = Question.objects.filter(pk__in=keys).select_related("asked_by")
    return list(rows.order_by("-blocking", "pk"))


CLAIM_SECTIONS = {
    "returned": ("Sent back", "A reviewer wants another look at {n}.", "who=mine&stage=checking"),
    "mine": ("To check", "{n} in your hands", "who=mine"),
    "nobodys": ("Nobody’s yet", "{n} without a checker", "who=nobody"),
    "review": ("To review", "{n}, none of which you worked on", "who=all&stage=in_review"),
    "legal": ("With the lawyers", "{n} waiting for a decision", "who=all"),
}


def _claim_sections(
    claims: list[Claim],
    waits: Mapping[str, frozenset[int]],
    words: Words,
    user: User,
    now: datetime,
) -> Iterator[Section]:
    for kind, (title, remark, more) in CLAIM_SECTIONS.items():
        rows = [claim for claim in claims if claim.pk in waits[kind]]
        shown = rows[:SHOWN]
        yield Section(
            title=title,
            remark=remark.format(n=claims_in_words(len(shown), more=len(rows) > SHOWN)),
            rows=tuple(_claim_row(kind, claim, words, user, now) for claim in shown),
            more=f"{reverse('desk:queue')}?{more}" if len(rows) > SHOWN else "",
        )


def claims_in_words(count: int, *, more: bool = False) -> str:
    """Three claims, 25 claims and more."""
    return ("1 claim" if count == 1 else f"{count} claims") + (" and more" if more else "")


WORK = {
    Stage.OPEN: "Check",
    Stage.CHECKING: "Go on checking",
    Stage.CHECKED: "Send to review",
    Stage.IN_REVIEW: "Review",
}


def _claim_row(kind: str, claim: Claim, words: Words, user: User, now: datetime) -> Row:
    """The row of one claim, leading to where the work is done."""
    if kind == "review":
        return words.row("Review", claim, reverse("desk:claim_review", args=[claim.pk]), now)
    if kind == "legal":
        url = reverse("desk:claim_release", args=[claim.pk])
        return words.row("Decide", claim, url, now)
    what = "Mend" if kind == "returned" else what_to_do(claim)
    back = getattr(claim, "sent_back_because", "") or "" if kind == "returned" else ""
    note = " ".join(filter(None, [_was_with(claim, user), back]))
    return words.row(what, claim, in_workspace(claim), now, note)


def _was_with(claim: Claim, user: User) -> str:
    """Who has a claim that waits for somebody else, since they check no more."""
    if claim.assignee is None or claim.assignee == user:
        return ""
    return f"{claim.assignee} has it and checks no more."


def what_to_do(claim: Claim) -> str:
    """The next step on a claim, as a verb."""
    return WORK.get(Stage(claim.stage), "Look")


def in_workspace(claim: Claim) -> str:
    """A claim chosen in the workspace of its article."""
    return f"{reverse('desk:workspace', args=[claim.article_id])}?claim={claim.pk}#claim"


def _question_section(
    questions: list[Question], claims: Mapping[int, Claim], words: Words, now: datetime
) -> Section:
    shown = questions[:SHOWN]
    blocking = sum(question.blocking for question in shown)
    rows = tuple(
        _question_row(question, claims[question.claim_id], words, now) for question in shown
    )
    remark = f"{blocking} of {len(rows)} holding up publication" if blocking else ""
    return Section("Questions", remark, rows)


def _question_row(question: Question, claim: Claim, words: Words, now: datetime) -> Row:
    if question.answered_at:
        url = reverse("desk:claim", args=[question.claim_id]) + "#questions"
        return words.row("Answer is in", claim, url, now, question.answer)
    url = reverse("desk:question_answer", args=[question.pk])
    note = f"{question.asked_by} asks: {question.text}"
    return words.row("Answer", claim, url, now, note)


def _confirm_section(articles: list[Article]) -> Section:
    rows = tuple(
        Row(
            what="Confirm",
            text=title_of(article),
            url=reverse("desk:review", args=[article.pk]) + "#confirm",
            article="",
            note=left_out_in_words(_count(article, "exempt"), _count(article, "aside")),
        )
        for article in sorted(articles, key=lambda article: article.pk)[:SHOWN]
    )
    return Section("Left out of the check", "Confirmed by a second person", rows)


def left_out_in_words(exempt: int, aside: int) -> str:
    """2 exemptions, 1 claim set aside."""
    parts = []
    if exempt:
        parts.append("1 exemption" if exempt == 1 else f"{exempt} exemptions")
    if aside:
        parts.append(f"{claims_in_words(aside)} set aside")
    return ", ".join(parts)


def _articles(named: set[int], waits: Mapping[str, frozenset[int]], user: User) -> list[Article]:
    """The articles that wait, and those that are named, the most pressing first. One query or none.

    Each with its title, and with how much of it waits for this person.
    """
    keys = named.union(waits["confirm"], waits["publish"], waits["fresh"])
    if not keys:
        return []
    rows = with_titles(Article.objects.filter(pk__in=keys))
    if waits["fresh"]:
        suggested = Claim.objects.filter(stage=Stage.SUGGESTED)
        rows = rows.annotate(suggested=_counted(suggested, "article"))
    if waits["confirm"]:
        exempt, aside = left_out_by_others(user)
        rows = rows.annotate(
            exempt=_counted(exempt, "version__article"), aside=_counted(aside, "article")
        )
    return list(rows.order_by(F("due_at").asc(nulls_last=True), "pk"))


def _counted(rows: QuerySet[Any], article: str) -> Subquery:
    """How many of these rows an article has; nothing where it has none."""
    of_one = rows.filter(**{article: OuterRef("pk")}).order_by().values(article)
    return Subquery(of_one.annotate(n=Count("pk")).values("n"))


def _count(article: Article, what: str) -> int:
    """What `_articles` counted."""
    return getattr(article, what) or 0


def _suggested_in_words(count: int) -> str:
    """13 claims suggested."""
    return f"{claims_in_words(count)} suggested" if count else ""


def _article_sections(
    articles: list[Article], waits: Mapping[str, frozenset[int]], now: datetime
) -> Iterator[Section]:
    for kind, title, remark, what, name in (
        ("publish", "To publish", "Every claim is settled", "See the gate", "publishing:gate"),
        ("fresh", "Just brought in", "No claim is the desk’s yet", "Split", "desk:workspace"),
    ):
        rows = [row for row in articles if row.pk in waits[kind]]
        yield Section(
            title,
            remark,
            tuple(
                _article_row(what, row, reverse(name, args=[row.pk]), now) for row in rows[:SHOWN]
            ),
            more=reverse("intake:articles") if len(rows) > SHOWN else "",
        )


def _article_row(what: str, article: Article, url: str, now: datetime) -> Row:
    """The row of an article that stands for itself."""
    suggested = _suggested_in_words(getattr(article, "suggested", None) or 0)
    return Row(
        what=what,
        text=title_of(article),
        url=url,
        article="",
        due=article.due_at,
        late=bool(article.due_at and article.due_at < now),
        note=" · ".join(filter(None, [article.publisher, suggested])),
    )
