"""Who brings in articles and says what they are."""

from factcheck.core.rulings import ALLOWED, Ruling, never, not_now
from factcheck.intake.models import Article
from factcheck.intake.queries import elsewhere, text_digest
from factcheck.intake.readers import Reading
from factcheck.people.models import User
from factcheck.people.roles import Ability
from factcheck.people.rules import able


def may_bring_in(user: User) -> Ruling:
    """Writers, checkers and publishers bring in articles."""
    return able(user, Ability.BRING_IN)


def may_describe(user: User, article: Article) -> Ruling:
    """A checker or publisher says what an article is, and a writer of an own one."""
    return may_bring_in(user) and _is_own_or_desk(user, article)


def may_bring_new_text(user: User, article: Article) -> Ruling:
    """A checker or publisher brings a new text of an article, and a writer of an own one."""
    return may_bring_in(user) and _is_own_or_desk(user, article)


def is_new_text(article: Article, reading: Reading) -> Ruling:
    """Neither what stands there now nor another article's text. An older text may come back."""
    now = article.current_version
    if now is not None and text_digest(reading.text) == now.text_digest:
        return not_now("This is the text that stands there now, word for word.")
    other = elsewhere(article, reading)
    if other is not None:
        return not_now(f"This text is here already, as the article “{other.title}”.")
    return ALLOWED


def _is_own_or_desk(user: User, article: Article) -> Ruling:
    """Writers look after articles that are theirs."""
    own = user.pk in {article.writer_id, article.brought_by_id}
    if own or user.can(Ability.CITE):
        return ALLOWED
    return never("This article belongs to another writer.")
