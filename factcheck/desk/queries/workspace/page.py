"""One article at work, read for its page. The number of queries does not grow with the claims."""

from factcheck.claims.models import Claim, Stage
from factcheck.claims.placement import unplaced_claims, unplaced_exemptions
from factcheck.claims.queries.deciding import order_in_words
from factcheck.desk.queries.workspace.card import card_from
from factcheck.desk.queries.workspace.rows import rows_of
from factcheck.desk.workspace.page import Loaded, Workspace, choose, workspace_from, worth_most
from factcheck.desk.workspace.rows import in_text_order
from factcheck.intake.models import Article, Version
from factcheck.people.models import User
from factcheck.policy.queries import house_rules


def workspace(article: Article, user: User, *, claim: int | None = None) -> Workspace:
    """The article's page for one person, with one claim chosen where there is any."""
    version = article.current_version
    if version is None:
        raise ValueError("An article is kept together with its first version.")
    rules, rows = house_rules(), rows_of(article, version)
    ordered = in_text_order(rows)
    chosen = choose(ordered, user, rows.claims.get(claim) if claim else None)
    ranked = chosen and chosen.stage == Stage.SUGGESTED and len(worth_most(ordered)) > 1
    placed = rows.begins
    lost = any(row.is_live and row.pk not in placed for row in ordered)
    loaded = Loaded(
        article=article,
        version=version,
        rules=rules,
        rows=rows,
        ordered=ordered,
        unplaced_claims=tuple(unplaced_claims(article)) if lost else (),
        unplaced_exemptions=tuple(unplaced_exemptions(article)) if version.number > 1 else (),
        order=_order(version) if ranked else "",
        chosen=card_from(_row(chosen.pk, article), user, rules) if chosen else None,
    )
    return workspace_from(loaded, user)


def _order(version: Version) -> str:
    """By what the suggestions are in order."""
    splitting = getattr(version, "splitting", None)
    return order_in_words(splitting.weighing if splitting else None)


def _row(pk: int, article: Article) -> Claim:
    """The chosen claim with all that its card looks at."""
    people = ("assignee", "set_aside_by", "waived_by")
    row = Claim.objects.select_related(*people, "suggestion").get(pk=pk)
    row.article = article  # which was read with its version and its writer
    return row
