"""The table of PRODUCT's section on people, cell by cell."""

import pytest

from factcheck.people.roles import ABILITIES, GRANTED, REFUSALS, Ability, Role, abilities_of

TABLE = {
    Ability.BRING_IN: {Role.WRITER, Role.CHECKER, Role.PUBLISHER},
    Ability.CITE: {Role.CHECKER, Role.PUBLISHER},
    Ability.SPLIT: {Role.CHECKER},
    Ability.VERIFY: {Role.CHECKER},
    Ability.ASSIGN: {Role.CHECKER},
    Ability.REVIEW: {Role.REVIEWER},
    Ability.PUBLISH: {Role.PUBLISHER},
    Ability.WAIVE: {Role.PUBLISHER},
    Ability.ADMINISTER: {Role.ADMINISTRATOR},
    Ability.LEGAL: set(),
    Ability.CONFIDENTIAL: set(),
}


@pytest.mark.parametrize("ability", list(Ability))
def test_an_ability_is_held_by_exactly_these_roles(ability):
    holders = {role for role in Role if ability in ABILITIES[role]}

    assert holders == TABLE[ability]


@pytest.mark.parametrize("ability", list(Ability))
def test_every_ability_has_a_sentence_for_who_lacks_it(ability):
    assert REFUSALS[ability].endswith(".")


def test_what_is_granted_by_name_is_in_no_role():
    assert not GRANTED & {ability for held in ABILITIES.values() for ability in held}


def test_roles_and_grants_add_up():
    held = abilities_of({"reviewer", "publisher"}, {"confidential"})

    assert held == ABILITIES[Role.REVIEWER] | ABILITIES[Role.PUBLISHER] | {Ability.CONFIDENTIAL}
