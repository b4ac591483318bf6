"""Learn what to check first from what the desk accepted and set aside, or take that back."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from django.core.management.base import CommandError, CommandParser

from factcheck.claims.actions import weigh_as_at_first, weigh_as_learned
from factcheck.claims.models import weights_of
from factcheck.claims.queries.deciding import decisions, weighing_in_force
from factcheck.claims.rules import may_be_learned, per_hundred
from factcheck.core.rulings import Refused
from factcheck.management.refusal import ContractCommand, person
from factcheck.splitting.proposals.learning import Learned, learn, more_or_less, tenth
from factcheck.splitting.proposals.worth import WEIGHTS, WORDS

WHATEVER = "whatever it says"  # moves all suggestions alike, and none before another


class Command(ContractCommand):
    help = (
        "Learn what is worth checking first from what this desk accepted and set aside. "
        "Texts read from then on are ordered so."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--as", dest="by", metavar="USER", help="an administrator")
        parser.add_argument(
            "--dry-run", action="store_true", help="show what would be learned, keep nothing"
        )
        parser.add_argument(
            "--undo", action="store_true", help="back to the weights that every desk starts from"
        )
        parser.add_argument("--json", action="store_true", dest="as_json")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 when kept or only shown, 1 when there is too little to learn from or it is refused."""
        dry, as_json = options["dry_run"], options["as_json"]
        if not dry and not options["by"]:
            raise CommandError("Say who does it: --as USER, or --dry-run to keep nothing.")
        if options["undo"]:
            self._undo(options["by"], dry=dry, as_json=as_json)
        else:
            self._learn(options["by"], dry=dry, as_json=as_json)

    def _learn(self, by: str, *, dry: bool, as_json: bool) -> None:
        """Learn, show, and keep it where it is better; nothing is held meanwhile."""
        try:
            learned = learn(decisions())
        except ValueError as too_few:
            raise CommandError(str(too_few)) from None
        was, kept = weights_of(weighing_in_force()), False
        if not as_json:
            self._show(learned, was)
        try:
            if dry:
                may_be_learned(learned).enforce()
            else:
                kept = bool(weigh_as_learned(by=person(by), learned=learned))
        except Refused as refused:
            raise CommandError(refused.reason) from None
        finally:
            if as_json:
                self._line(in_json(was, learned.weights, learned=learned, kept=kept))
        if not as_json:
            self.stdout.write(f"\n{_outcome(dry=dry)}")

    def _undo(self, by: str, *, dry: bool, as_json: bool) -> None:
        """What was learned stays in the history, and counts no more."""
        was = weights_of(weighing_in_force())
        if not dry:
            try:
                weigh_as_at_first(by=person(by))
            except Refused as refused:
                raise CommandError(refused.reason) from None
        if as_json:
            self._line(in_json(was, WEIGHTS, kept=not dry))
            return
        for line in _table(was, WEIGHTS):
            self.stdout.write(line)
        self.stdout.write(f"\n{_outcome(dry=dry)}")

    def _show(self, learned: Learned, was: Mapping[str, float]) -> None:
        """What there was to learn from, how well it orders, and what weighs otherwise."""
        self.stdout.write(
            f"{learned.decisions} decisions: {learned.accepted} suggestions accepted, "
            f"{learned.set_aside} set aside.\n"
            "Of 100 pairs, one accepted and one set aside, the accepted one comes first in\n"
            f"{per_hundred(learned.starting):>5}  by the starting weights\n"
            f"{per_hundred(learned.learned):>5}  as learned, of decisions held back from learning\n\n"
        )
        for line in _table(was, learned.weights):
            self.stdout.write(line)

    def _line(self, data: dict[str, Any]) -> None:
        self.stdout.write(json.dumps(data, ensure_ascii=False))


def _outcome(*, dry: bool) -> str:
    return "Nothing is kept." if dry else "Kept. Texts read from now on are ordered so."


def _table(was: Mapping[str, float], now: Mapping[str, float]) -> Iterator[str]:
    """What each reason weighs: with every desk at first, until now, from now on."""
    yield f"{'reason for a check':30}{'starting':>9}{'was':>7}{'now':>7}"
    for name in (*sorted(WORDS, key=lambda name: -now[name]), ""):
        words = WORDS.get(name, WHATEVER)
        weights = f"{tenth(WEIGHTS[name]):>9}{tenth(was[name]):>7}{tenth(now[name]):>7}"
        yield f"{words:30}{weights}  {more_or_less(was[name], now[name])}".rstrip()


def in_json(
    was: Mapping[str, float],
    now: Mapping[str, float],
    *,
    kept: bool,
    learned: Learned | None = None,
) -> dict[str, Any]:
    """The same for scripts. Shares are of pairs of one accepted and one set aside."""
    return {
        "kept": kept,
        "decisions": learned.decisions if learned else 0,
        "accepted": learned.accepted if learned else 0,
        "in_order": {"starting": learned.starting, "learned": learned.learned} if learned else None,
        "weights": [
            {
                "reason": name,
                "words": WORDS.get(name, WHATEVER),
                "starting": WEIGHTS[name],
                "was": was[name],
                "now": now[name],
            }
            for name in WEIGHTS
        ],
    }
