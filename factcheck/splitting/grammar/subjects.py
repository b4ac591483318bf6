"""The grammatical subject of a verb, and whether it is the agent."""

from factcheck.splitting.grammar.parsing import Token, Tree

_SUBJECTS = ("nsubj", "csubj", "nsubjpass", "expl")


def passive(tree: Tree, verb: Token) -> bool:
    """Whether the verb's grammatical subject is not its agent."""
    be = tree.kid(verb, "auxpass")
    if be is not None and be.low in {"'s", "’s"} and tree.kid(verb, "ccomp") is not None:
        return False  # "who's argued that" has argued it
    if verb.tag == "VBN" and be is None and tree.kid(verb, "agent") is not None:
        return True  # "asked by a reporter whether"
    return be is not None or (
        verb.tag == "VBN" and verb.dep in {"acl", "relcl"} and tree.kid(verb, "aux") is None
    )


def own_subject(tree: Tree, verb: Token) -> Token | None:
    """The subject attached to the verb itself; for a passive, the noun after "by"."""
    if passive(tree, verb):
        agent = tree.kid(verb, "agent")
        return tree.kid(agent, "pobj") if agent else None
    found = tree.kid(verb, *_SUBJECTS)
    return None if found is not None and found.dep == "expl" else found
