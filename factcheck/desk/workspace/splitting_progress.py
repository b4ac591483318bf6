"""How far the splitter has come with a text, and what is left of its suggestions. Pure."""

from dataclasses import dataclass

from factcheck.claims.models import Engine, SplitState, Splitting
from factcheck.claims.rules import may_accept_any, may_begin
from factcheck.core.rulings import Ruling
from factcheck.desk.workspace.counts import claims_in_words
from factcheck.intake.models import Article
from factcheck.people.models import User


@dataclass(frozen=True, slots=True)
class SplittingProgress:
    """How far the splitter has come with a text, and what this person may do about it."""

    splitting: Splitting | None
    left: int  # suggestions that nobody has accepted or set aside
    ask: Ruling  # may this person let it be read?
    accept: Ruling  # may this person accept what is suggested?

    @property
    def under_way(self) -> bool:
        """Whether the text is being read or waits to be read, so that the page asks again."""
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
        """Whether anything is said: not once the text is read and no suggestion is left."""
        return self.can_be_asked_for or self.under_way or bool(self.left)

    @property
    def per_cent(self) -> int:
        """How much of the text is read."""
        if self.splitting is None or not self.splitting.words:
            return 0
        return min(self.splitting.words_read * 100 // self.splitting.words, 100)

    @property
    def sentence(self) -> str:
        """How far it has come, in words."""
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
        """Which engine read the text, or what it could not do."""
        row = self.splitting
        if row is None or row.state != SplitState.DONE:
            return ""
        return row.note or f"{Engine(row.engine).label}."


def progress_from(
    splitting: Splitting | None, left: int, article: Article, user: User
) -> SplittingProgress:
    """The progress from the row of the splitter and the number of suggestions that are left."""
    return SplittingProgress(splitting, left, may_begin(user, article), may_accept_any(user))
