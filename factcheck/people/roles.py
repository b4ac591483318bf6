"""What a person may do at all. Code asks for an ability, never for a role."""

from enum import StrEnum


class Ability(StrEnum):
    """One thing that somebody may be allowed to do."""

    BRING_IN = "bring_in"
    CITE = "cite"
    SPLIT = "split"
    VERIFY = "verify"
    ASSIGN = "assign"
    REVIEW = "review"
    PUBLISH = "publish"
    WAIVE = "waive"
    ADMINISTER = "administer"
    LEGAL = "legal"
    CONFIDENTIAL = "confidential"


class Role(StrEnum):
    """A set of abilities with a name that a newsroom knows."""

    WRITER = "writer"
    CHECKER = "checker"
    REVIEWER = "reviewer"
    PUBLISHER = "publisher"
    ADMINISTRATOR = "administrator"


ABILITIES: dict[Role, frozenset[Ability]] = {
    # a writer cites on own articles; the rule looks at the article
    Role.WRITER: frozenset({Ability.BRING_IN}),
    Role.CHECKER: frozenset(
        {Ability.BRING_IN, Ability.CITE, Ability.SPLIT, Ability.VERIFY, Ability.ASSIGN}
    ),
    Role.REVIEWER: frozenset({Ability.REVIEW}),
    Role.PUBLISHER: frozenset({Ability.BRING_IN, Ability.CITE, Ability.PUBLISH, Ability.WAIVE}),
    Role.ADMINISTRATOR: frozenset({Ability.ADMINISTER}),
}

# granted to persons by name, in no role
GRANTED: frozenset[Ability] = frozenset({Ability.LEGAL, Ability.CONFIDENTIAL})

REFUSALS: dict[Ability, str] = {
    Ability.BRING_IN: "Bringing in articles is done by writers, checkers and publishers.",
    Ability.CITE: "Sources are added by checkers and publishers, and by writers on own articles.",
    Ability.SPLIT: "Claims are marked and changed by checkers.",
    Ability.VERIFY: "Claims are verified by checkers.",
    Ability.ASSIGN: "Claims are assigned by checkers.",
    Ability.REVIEW: "Claims are judged by reviewers.",
    Ability.PUBLISH: "Reports are published by publishers.",
    Ability.WAIVE: "Claims are waived by publishers.",
    Ability.ADMINISTER: "People and house rules are looked after by administrators.",
    Ability.LEGAL: "This takes a person who was given the ability “legal” by name.",
    Ability.CONFIDENTIAL: "This takes a person who may see confidential sources.",
}


def abilities_of(roles: set[str], grants: set[str]) -> frozenset[Ability]:
    """Everything that these roles and these personal grants allow."""
    held = {ability for role in roles for ability in ABILITIES[Role(role)]}
    return frozenset(held | {Ability(grant) for grant in grants})
