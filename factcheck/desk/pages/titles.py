"""What an article or a claim is called where only its name is shown. Pure."""

from factcheck.claims.models import Claim
from factcheck.core.spans import first_words
from factcheck.intake.models import Article

WORDS = 12


def title_of(article: Article) -> str:
    """The title of an article that was read `with_titles`: the one given to it, if there is one."""
    came_with, beginning = article.came_with, article.beginning  # type: ignore[attr-defined]
    return article.given_title or came_with or first_words(beginning or "", WORDS) or "Untitled"


def wording_of(claim: Claim) -> str:
    """What a claim that was read `with_quotes` says: its wording, else its words in the text."""
    return claim.wording or claim.quote or ""  # type: ignore[attr-defined]
