"""Where and when something is said: the day, the interview, the rally. Never content."""

from factcheck.splitting.grammar.parsing import Token, Tree

DAYS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday mon. tues. wed. thurs. fri. sat. sun.
    today yesterday
    """.split()
)
_PLACES = frozenset(
    """
    statement interview speech letter report email e-mail tweet twitter facebook conference debate
    television radio air court testimony filing book article week month year time morning evening
    afternoon night call calls words public media wake behalf january february march april may june july august september october november
    december rally event briefing post ad ads recently broadcast show days weeks months years return
    him her them me us you it reporters
    """.split()
)


def is_occasion(tree: Tree, prep: Token) -> bool:
    """Whether a preposition opens an occasion: "on Friday", "in a statement", "in 2019"."""
    thing = tree.kid(prep, "pobj")
    return thing is not None and (thing.low in DAYS | _PLACES or thing.text.isdigit())
