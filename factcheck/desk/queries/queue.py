"""What waits for one person, by kind of work, each thing with its next step.

Each kind of work is asked for with one query, whatever the number of articles; what this person
could not do is not asked for.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone

from factcheck.claims.models import Anchor, Claim, Disposition, Question, Stage
from factcheck.desk.queries.marks import Marks, marks_for
from factcheck.desk.queries.titles import titles_of
from factcheck.desk.queries.waiting import by_due, in_no_checkers_hands, returned_now
from factcheck.intake.models import Article
from factcheck.people.models import User
from factcheck.people.roles import Ability
from factcheck.policy.queries import Rules, house_rules
from factcheck.publishing.models import Edition
from factcheck.review.queries import not_by, unconfirmed_claims, unconfirmed_exemptions

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


def queue(user: User) -> Queue:
    """What waits for a person, the most pressing kind first."""
    now = timezone.now()
    found = {kind: list(rows[: SHOWN + 1]) for kind, rows in _claims(user).items()}
    questions = list(_questions(user)[: SHOWN + 1])
    articles = {kind: list(rows[: SHOWN + 1]) for kind, rows in _articles(user).items()}
    confirm = _to_confirm(user)
    every = [claim for rows in found.values() for claim in rows]
    every += [question.claim for question in questions]
    words = Words.of(
        every, [*(a.pk for rows in articles.values() for a in rows), *confirm], house_rules()
    )
    sections = [
        *_claim_sections(found, words, user, now),
        _question_section(questions, words, user, now),
        _confirm_section(confirm, words),
        *_article_sections(articles, words, now),
    ]
    return Queue(tuple(section for section in sections if section.rows))


@dataclass(frozen=True, slots=True)
class Words:
    """What the rows are called: three queries for all of them."""

    titles: dict[int, str]
    quotes: dict[int, str]
    marks: dict[int, Marks]

    @classmethod
    def of(cls, claims: list[Claim], articles: list[int], rules: Rules) -> "Words":
        """The words for these claims, and for articles that stand for themselves."""
        keys = {claim.pk for claim in claims}
        wordless = [claim.pk for claim in claims if not claim.wording]
        marks = marks_for(Claim.objects.filter(pk__in=keys), rules) if keys else {}
        return cls(
            titles=titles_of([*(claim.article_id for claim in claims), *articles]),
            quotes=quotes_of(wordless),
            marks={key: marks[key] for key in keys},
        )

    def row(self, what: str, claim: Claim, url: str, now: datetime, note: str = "") -> Row:
        """The row of one claim."""
        due = claim.due_at or getattr(claim, "article_due", None)
        return Row(
            what=what,
            text=claim.wording or self.quotes.get(claim.pk, ""),
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


def quotes_of(claims: Iterable[int]) -> dict[int, str]:
    """The words of the text for claims that have no wording yet, by key. One query or none."""
    keys = list(claims)
    if not keys:
        return {}
    rows = Anchor.objects.filter(
        claim__in=keys, version=F("claim__article__current_version"), place=1, part=1
    )
    return dict(rows.values_list("claim_id", "quote"))


def _claims(user: User) -> dict[str, QuerySet[Claim]]:
    """Claims by the kind of work they mean to this person."""
    rows = by_due(Claim.objects.all())
    at_work = rows.filter(stage__in=[Stage.OPEN, Stage.CHECKING, Stage.CHECKED])
    kinds: dict[str, QuerySet[Claim]] = {}
    if user.can(Ability.VERIFY):
        at_work = at_work.select_related("assignee")
        nobodys = in_no_checkers_hands()
        kinds["returned"] = at_work.filter(Q(assignee=user) | nobodys).filter(returned_now())
        fresh = at_work.exclude(returned_now())
        kinds["mine"] = fresh.filter(assignee=user)
        kinds["nobodys"] = fresh.filter(nobodys)
    if user.can(Ability.REVIEW):
        kinds["review"] = rows.filter(stage=Stage.IN_REVIEW).filter(not_by(user))
    if user.can(Ability.LEGAL):
        kinds["legal"] = rows.filter(disposition=Disposition.LEGAL_REVIEW).exclude(
            stage__in=[Stage.SUGGESTED, Stage.SET_ASIDE]
        )
    return kinds


CLAIM_SECTIONS = {
    "returned": ("Sent back", "A reviewer wants another look at {n}.", "who=mine&stage=checking"),
    "mine": ("To check", "{n} in your hands", "who=mine"),
    "nobodys": ("Nobody’s yet", "{n} without a checker", "who=nobody"),
    "review": ("To review", "{n}, none of which you worked on", "who=all&stage=in_review"),
    "legal": ("With the lawyers", "{n} waiting for a decision", "who=all"),
}


def _claim_sections(
    found: dict[str, list[Claim]], words: Words, user: User, now: datetime
) -> Iterator[Section]:
    for kind, (title, remark, more) in CLAIM_SECTIONS.items():
        rows = found.get(kind, [])
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


def _questions(user: User) -> QuerySet[Question]:
    """Questions that this person can answer, and answers that this person can close."""
    to_me = Q(to=user) | Q(to__isnull=True, claim__article__writer=user)
    return (
        Question.objects.filter(closed_at__isnull=True)
        .filter((to_me & Q(answered_at__isnull=True)) | Q(asked_by=user, answered_at__isnull=False))
        .select_related("claim", "asked_by")
        .order_by("-blocking", "pk")
    )


def _question_section(
    questions: list[Question], words: Words, user: User, now: datetime
) -> Section:
    shown = questions[:SHOWN]
    blocking = sum(question.blocking for question in shown)
    rows = tuple(_question_row(question, words, now) for question in shown)
    remark = f"{blocking} of {len(rows)} holding up publication" if blocking else ""
    return Section("Questions", remark, rows)


def _question_row(question: Question, words: Words, now: datetime) -> Row:
    if question.answered_at:
        url = reverse("desk:claim", args=[question.claim_id]) + "#questions"
        return words.row("Answer is in", question.claim, url, now, question.answer)
    url = reverse("desk:question_answer", args=[question.pk])
    note = f"{question.asked_by} asks: {question.text}"
    return words.row("Answer", question.claim, url, now, note)


def _to_confirm(user: User) -> dict[int, tuple[int, int]]:
    """Articles with exemptions and set-aside claims that this person can confirm: how many."""
    if not user.can(Ability.REVIEW):
        return {}
    exempt = dict(
        unconfirmed_exemptions()
        .exclude(exempted_by=user)
        .values_list("version__article_id")
        .annotate(n=Count("pk"))
        .order_by("version__article_id")[:SHOWN]
    )
    aside = dict(
        unconfirmed_claims()
        .exclude(set_aside_by=user)
        .values_list("article_id")
        .annotate(n=Count("pk"))
        .order_by("article_id")[:SHOWN]
    )
    return {key: (exempt.get(key, 0), aside.get(key, 0)) for key in sorted(exempt | aside)}


def _confirm_section(confirm: dict[int, tuple[int, int]], words: Words) -> Section:
    rows = tuple(
        Row(
            what="Confirm",
            text=words.titles[article],
            url=reverse("desk:review", args=[article]) + "#confirm",
            article="",
            note=left_out_in_words(exempt, aside),
        )
        for article, (exempt, aside) in confirm.items()
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


def _articles(user: User) -> dict[str, QuerySet[Article]]:
    """Articles by the kind of work they mean to this person."""
    claims = Claim.objects.filter(article=OuterRef("pk"))
    live = claims.exclude(stage__in=[Stage.SUGGESTED, Stage.SET_ASIDE])
    unsettled = live.exclude(stage__in=[Stage.APPROVED, Stage.WAIVED])
    rows = Article.objects.filter(~Exists(Edition.objects.filter(article=OuterRef("pk")))).order_by(
        F("due_at").asc(nulls_last=True), "pk"
    )
    kinds: dict[str, QuerySet[Article]] = {}
    if user.can(Ability.PUBLISH):
        kinds["publish"] = rows.filter(Exists(live), ~Exists(unsettled))
    if user.can(Ability.SPLIT):
        suggested = claims.filter(stage=Stage.SUGGESTED).order_by().values("article")
        kinds["fresh"] = rows.filter(~Exists(live)).annotate(
            suggested=Subquery(suggested.annotate(n=Count("pk")).values("n"))
        )
    return kinds


def _suggested_in_words(article: Article) -> str:
    """13 claims suggested."""
    count = getattr(article, "suggested", None) or 0
    return f"{claims_in_words(count)} suggested" if count else ""


def _article_sections(
    articles: dict[str, list[Article]], words: Words, now: datetime
) -> Iterator[Section]:
    for kind, title, remark, what, name in (
        ("publish", "To publish", "Every claim is settled", "See the gate", "publishing:gate"),
        ("fresh", "Just brought in", "No claim is the desk’s yet", "Split", "desk:workspace"),
    ):
        rows = articles.get(kind, [])
        yield Section(
            title,
            remark,
            tuple(
                Row(
                    what=what,
                    text=words.titles[row.pk],
                    url=reverse(name, args=[row.pk]),
                    article="",
                    due=row.due_at,
                    late=bool(row.due_at and row.due_at < now),
                    note=" · ".join(filter(None, [row.publisher, _suggested_in_words(row)])),
                )
                for row in rows[:SHOWN]
            ),
            more=reverse("intake:articles") if len(rows) > SHOWN else "",
        )
