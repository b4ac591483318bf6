"""What waits for one person, by kind of work, each thing with its next step. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from factcheck.claims.models import Claim, Question, Stage
from factcheck.desk.pages.titles import title_of, wording_of
from factcheck.desk.workspace.counts import claims_in_words, in_words
from factcheck.desk.workspace.page import in_workspace
from factcheck.desk.workspace.verdict_marks import VerdictPair
from factcheck.intake.models import Article
from factcheck.people.models import User

SHOWN = 25


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One thing that waits: what is to be done, where, and by when."""

    what: str
    text: str
    url: str
    article: str
    number: int | None = None
    stage: str = ""
    stage_word: str = ""
    marks: VerdictPair | None = None
    due: datetime | None = None
    late: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class QueueSection:
    """One kind of work. `more` leads to the rest where not all of it is shown."""

    title: str
    remark: str
    rows: tuple[QueueRow, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Queue:
    """Everything that waits for one person."""

    sections: tuple[QueueSection, ...]

    @property
    def count(self) -> int:
        return sum(len(section.rows) for section in self.sections)

    @property
    def first(self) -> QueueRow | None:
        return next((row for section in self.sections for row in section.rows), None)

    @property
    def heading(self) -> str:
        """Nine things wait for you."""
        if any(section.more for section in self.sections):
            return f"More than {self.count} things wait for you"
        if self.count == 1:
            return "One thing waits for you"
        return f"{in_words(self.count)} things wait for you"


@dataclass(frozen=True, slots=True)
class TitlesAndMarks:
    """What the articles of claims are called, and what was found on the claims, by key."""

    titles: Mapping[int, str]
    marks: Mapping[int, VerdictPair]

    def row(self, what: str, claim: Claim, url: str, now: datetime, note: str = "") -> QueueRow:
        """The row of one claim."""
        due = claim.due_at or getattr(claim, "article_due", None)
        return QueueRow(
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


@dataclass(frozen=True, slots=True)
class Waiting:
    """What was read of everything that waits for one person; `keys` are by kind of work."""

    keys: Mapping[str, frozenset[int]]
    claims: Sequence[Claim]
    questions: Sequence[Question]
    articles: Sequence[Article]
    names: TitlesAndMarks


def queue_from(waiting: Waiting, user: User, now: datetime) -> Queue:
    """What waits for a person, the most pressing kind first."""
    by_key = {claim.pk: claim for claim in waiting.claims}
    sections = [
        *_claim_sections(waiting, user, now),
        _question_section(waiting.questions, by_key, waiting.names, now),
        _confirm_section([row for row in waiting.articles if row.pk in waiting.keys["confirm"]]),
        *_article_sections(waiting.articles, waiting.keys, now),
    ]
    return Queue(tuple(section for section in sections if section.rows))


CLAIM_SECTIONS = {
    "returned": ("Sent back", "A reviewer wants another look at {n}.", "who=mine&stage=checking"),
    "mine": ("To check", "{n} in your hands", "who=mine"),
    "nobodys": ("Nobody’s yet", "{n} without a checker", "who=nobody"),
    "review": ("To review", "{n}, none of which you worked on", "who=all&stage=in_review"),
    "legal": ("With the lawyers", "{n} waiting for a decision", "who=all"),
}


def _claim_sections(waiting: Waiting, user: User, now: datetime) -> Iterator[QueueSection]:
    for kind, (title, remark, more) in CLAIM_SECTIONS.items():
        rows = [claim for claim in waiting.claims if claim.pk in waiting.keys[kind]]
        shown = rows[:SHOWN]
        yield QueueSection(
            title=title,
            remark=remark.format(n=claims_in_words(len(shown), more=len(rows) > SHOWN)),
            rows=tuple(_claim_row(kind, claim, waiting.names, user, now) for claim in shown),
            more=f"{reverse('desk:queue')}?{more}" if len(rows) > SHOWN else "",
        )


WORK = {
    Stage.OPEN: "Check",
    Stage.CHECKING: "Go on checking",
    Stage.CHECKED: "Send to review",
    Stage.IN_REVIEW: "Review",
}


def _claim_row(
    kind: str, claim: Claim, names: TitlesAndMarks, user: User, now: datetime
) -> QueueRow:
    """The row of one claim, leading to where the work is done."""
    if kind == "review":
        return names.row("Review", claim, reverse("desk:claim_review", args=[claim.pk]), now)
    if kind == "legal":
        url = reverse("desk:claim_release", args=[claim.pk])
        return names.row("Decide", claim, url, now)
    what = "Mend" if kind == "returned" else what_to_do(claim)
    back = getattr(claim, "sent_back_because", "") or "" if kind == "returned" else ""
    note = " ".join(filter(None, [_was_with(claim, user), back]))
    return names.row(what, claim, in_workspace(claim), now, note)


def _was_with(claim: Claim, user: User) -> str:
    """Who has a claim that waits for somebody else, since they check no more."""
    if claim.assignee is None or claim.assignee == user:
        return ""
    return f"{claim.assignee} has it and checks no more."


def what_to_do(claim: Claim) -> str:
    """The next step on a claim, as a verb."""
    return WORK.get(Stage(claim.stage), "Look")


def _question_section(
    questions: Sequence[Question], claims: Mapping[int, Claim], names: TitlesAndMarks, now: datetime
) -> QueueSection:
    shown = questions[:SHOWN]
    blocking = sum(question.blocking for question in shown)
    rows = tuple(
        _question_row(question, claims[question.claim_id], names, now) for question in shown
    )
    remark = f"{blocking} of {len(rows)} holding up publication" if blocking else ""
    return QueueSection("Questions", remark, rows)


def _question_row(
    question: Question, claim: Claim, names: TitlesAndMarks, now: datetime
) -> QueueRow:
    if question.answered_at:
        url = reverse("desk:claim", args=[question.claim_id]) + "#questions"
        return names.row("Answer is in", claim, url, now, question.answer)
    url = reverse("desk:question_answer", args=[question.pk])
    note = f"{question.asked_by} asks: {question.text}"
    return names.row("Answer", claim, url, now, note)


def _confirm_section(articles: Sequence[Article]) -> QueueSection:
    rows = tuple(
        QueueRow(
            what="Confirm",
            text=title_of(article),
            url=reverse("desk:review", args=[article.pk]) + "#confirm",
            article="",
            note=left_out_in_words(_count(article, "exempt"), _count(article, "aside")),
        )
        for article in sorted(articles, key=lambda article: article.pk)[:SHOWN]
    )
    return QueueSection("Left out of the check", "Confirmed by a second person", rows)


def left_out_in_words(exempt: int, aside: int) -> str:
    """2 exemptions, 1 claim set aside."""
    parts = []
    if exempt:
        parts.append("1 exemption" if exempt == 1 else f"{exempt} exemptions")
    if aside:
        parts.append(f"{claims_in_words(aside)} set aside")
    return ", ".join(parts)


def _count(article: Article, what: str) -> int:
    """What `_articles` counted."""
    return getattr(article, what) or 0


def _suggested_in_words(count: int) -> str:
    """13 claims suggested."""
    return f"{claims_in_words(count)} suggested" if count else ""


def _article_sections(
    articles: Sequence[Article], waits: Mapping[str, frozenset[int]], now: datetime
) -> Iterator[QueueSection]:
    for kind, title, remark, what, name in (
        ("publish", "To publish", "Every claim is settled", "See the gate", "publishing:gate"),
        ("fresh", "Just brought in", "No claim is the desk’s yet", "Split", "desk:workspace"),
    ):
        rows = [row for row in articles if row.pk in waits[kind]]
        yield QueueSection(
            title,
            remark,
            tuple(
                _article_row(what, row, reverse(name, args=[row.pk]), now) for row in rows[:SHOWN]
            ),
            more=reverse("intake:articles") if len(rows) > SHOWN else "",
        )


def _article_row(what: str, article: Article, url: str, now: datetime) -> QueueRow:
    """The row of an article that stands for itself."""
    suggested = _suggested_in_words(getattr(article, "suggested", None) or 0)
    return QueueRow(
        what=what,
        text=title_of(article),
        url=url,
        article="",
        due=article.due_at,
        late=bool(article.due_at and article.due_at < now),
        note=" · ".join(filter(None, [article.publisher, suggested])),
    )
