"""Suggestions are ordered by weights that were learned from the desk's decisions, or by our own.

Learning takes seconds, so it happens before these actions. Only an administrator may change the
weights, as with the house rules: the row of the rules is locked, and its history records it.
"""

from django.db import transaction

from factcheck.claims import rules
from factcheck.claims.models import Weighing, weights_of
from factcheck.claims.queries.deciding import weighing_in_force
from factcheck.people.models import User
from factcheck.policy.actions import hold_rules
from factcheck.splitting.proposals.learning import Learned
from factcheck.splitting.proposals.worth import WEIGHTS
from factcheck.trail.record import record


@transaction.atomic
def weigh_as_learned(*, by: User, learned: Learned) -> Weighing:
    """Order new suggestions by the weights that were learned from the desk's decisions."""
    house = hold_rules(by=by)
    was = weights_of(weighing_in_force())
    (rules.may_be_learned(learned) and rules.weighs_otherwise(was, learned.weights)).enforce()
    weighing = Weighing.objects.create(
        weights=dict(learned.weights),
        was=dict(was),
        decisions=learned.decisions,
        accepted=learned.accepted,
        in_order=learned.learned,
        in_order_ours=learned.starting,
        set_by=by,
    )
    record(
        "order.learned",
        by=by,
        thread=house,
        on=weighing,
        decisions=weighing.decisions,
        accepted=weighing.accepted,
        changes=weighing.changes,
    )
    return weighing


@transaction.atomic
def weigh_as_at_first(*, by: User) -> Weighing:
    """Order new suggestions by our own weights again."""
    house = hold_rules(by=by)
    was = weights_of(weighing_in_force())
    rules.weighs_otherwise(was, WEIGHTS).enforce()
    weighing = Weighing.objects.create(was=dict(was), set_by=by)
    record("order.put_back", by=by, thread=house, on=weighing, changes=weighing.changes)
    return weighing
