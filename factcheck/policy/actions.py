"""Changing what the desk demands. Editions keep the rules they passed."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from factcheck.core.rulings import unchanged
from factcheck.people.models import User
from factcheck.policy.models import HouseRules, Label
from factcheck.policy.rules import may_set_house_rules
from factcheck.trail.record import record


@transaction.atomic
def set_house_rules(*, by: User, seen: int | None = None, **fields: Any) -> HouseRules:
    """Change the named fields of the house rules; the trail keeps what each was and is now."""
    rules = hold_rules(by=by)
    unchanged(seen, rules.revision).enforce()
    changes = {
        name: [getattr(rules, name), value]
        for name, value in fields.items()
        if getattr(rules, name) != value
    }
    if not changes:
        return rules
    for name, (_, value) in changes.items():
        setattr(rules, name, value)
    rules.changed_by, rules.changed_at = by, timezone.now()
    rules.revision += 1
    rules.save()
    record("rules.changed", by=by, thread=rules, on=rules, changes=changes)
    return rules


@transaction.atomic
def rename_label(*, by: User, aspect: str, code: str, words: str) -> Label | None:
    """Call a verdict by the desk's own words; empty words bring the product's word back."""
    rules = hold_rules(by=by)
    label = Label.objects.filter(aspect=aspect, code=code).first()
    was = label.words if label else ""
    if not words:
        if label:
            label.delete()
    elif label:
        label.words = words
        label.save(update_fields=["words"])
    else:
        label = Label.objects.create(aspect=aspect, code=code, words=words)
    if was != words:
        record(
            "rules.label",
            by=by,
            thread=rules,
            on=rules,
            aspect=aspect,
            code=code,
            was=was,
            now=words,
        )
    return label if words else None


@transaction.atomic(savepoint=False)  # only ever inside an action
def hold_rules(*, by: User) -> HouseRules:
    """The one row, locked for who may set it; made with the defaults where it is not there yet."""
    may_set_house_rules(by).enforce()
    HouseRules.objects.get_or_create(pk=1)
    return HouseRules.objects.select_for_update(no_key=True).get(pk=1)
