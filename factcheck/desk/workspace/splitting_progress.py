"""How far a text is read for claims, and what is suggested in it."""

from dataclasses import dataclass

from factcheck.claims.models import Claim, Engine, SplitState, Splitting
from factcheck.claims.queries import splitting_of, suggested_in
from factcheck.claims.rules import may_accept_any, may_begin
from factcheck.core.rulings import Ruling
from factcheck.desk.pages.queue import claims_in_words
from factcheck.intake.models import Article
from factcheck.people.models import User


@dataclass(frozen=True, slots=True)
class Reading:
    """What the splitter has done with a text, as its page says it."""

    splitting: Splitting | None
    left: int  # suggestions that nobody has accepted or set aside
    ask: Ruling  # may this person let it be read?
    accept: Ruling  # may this person accept what is suggested?

    @property
    def under_way(self) -> bool:
        """Whether to look again: it is being read, or waits for it."""
        return self.splitting is not None and self.splitting.ended_at is None

    @property
    def failed(self) -> bool:
        return self.splitting is not None and self.splitting.state == SplitState.FAILED

    @property
    def can_be_asked_for(self) -> bool:
        """Whether nobody has asked for it yet, or it failed."""
        return self.splitting is None or self.failed

    @property
    def is_shown(self) -> bool:
        """Once it is done and nothing is left of it, nothing is said."""
        return self.can_be_asked_for or self.under_way or bool(self.left)

    @property
    def per_cent(self) -> int:
        """How much of the text is read."""
        if self.splitting is None or not self.splitting.words:
            return 0
        return min(self.splitting.words_read * 100 // self.splitting.words, 100)

    @property
    def sentence(self) -> str:
        """How it stands, in words."""
        row = self.splitting
        if row is None:
            return "Nobody has had this text read for claims yet."
        if row.state == SplitState.WAITING:
            return "This text waits to be read for claims. Its claims can be marked meanwhile."
        if row.state == SplitState.RUNNING:
            return f"This text is being read for claims: {row.words_read:,} of {row.words:,} words."
        if row.state == SplitState.FAILED:
            return row.note
        be = "is" if self.left == 1 else "are"
        return f"{claims_in_words(self.left).capitalize()} {be} suggested."

    @property
    def engine(self) -> str:
        """Which reader of sentences spoke, and what it cannot do."""
        row = self.splitting
        if row is None or row.state != SplitState.DONE:
            return ""
        return row.note or f"{Engine(row.engine).label}."


def reading_of(article: Article, user: User) -> Reading:
    """How the current text stands. Two queries."""
    version = article.current_version
    return reading_from(
        splitting_of(version) if version else None,
        len(suggested_in(version)) if version else 0,
        article,
        user,
    )


def reading_from(splitting: Splitting | None, left: int, article: Article, user: User) -> Reading:
    """The same from rows that were read for more than this."""
    return Reading(splitting, left, may_begin(user, article), may_accept_any(user))


def suggestions(article: Article) -> list[Claim]:
    """What is suggested in the current text, as it follows in it."""
    return suggested_in(article.current_version) if article.current_version else []


def next_suggestion(claim: Claim) -> Claim | None:
    """The suggestion after a claim in its text; after the last one, the first that is left.

    Three queries.
    """
    version = claim.article.current_version
    if version is None:
        return None
    left = [row for row in suggested_in(version) if row.pk != claim.pk]
    starts = claim.anchors.filter(version=version).order_by("start").values_list("start", flat=True)
    here = starts.first() or 0
    after = (row for row in left if getattr(row, "first") > here)  # noqa: B009  # annotated
    return next(after, left[0] if left else None)
