"""Fill an empty desk with the demo newsroom."""

import tomllib
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction

from factcheck.management.replay import History
from factcheck.people.actions import add_person
from factcheck.people.models import User
from factcheck.policy.actions import set_house_rules

SEEDS = settings.BASE / "seeds"


class Command(BaseCommand):
    help = "Replay the demo newsroom: its people and their articles. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        newsroom = tomllib.loads((SEEDS / "newsroom.toml").read_text(encoding="utf-8"))
        if not User.objects.exists():
            self._hire(newsroom)
        for path in sorted((SEEDS / "histories").glob("*.toml")):
            article = History.read(path).replay()
            self.stdout.write(f"Article {article.pk}: {article.title}")
        self._print_sign_ins(newsroom)

    @transaction.atomic
    def _hire(self, newsroom: dict[str, Any]) -> None:
        """The first person listed is the administrator, who adds the others and sets the rules."""
        first: User | None = None
        for person in newsroom["people"]:
            added = add_person(by=first, password=newsroom["password"], **person)
            first = first or added
        if first:
            set_house_rules(by=first, **newsroom["rules"])

    def _print_sign_ins(self, newsroom: dict[str, Any]) -> None:
        self.stdout.write(f"\nSign in with the password {newsroom['password']} as one of:")
        for person in newsroom["people"]:
            held = ", ".join([*person["roles"], *person.get("grants", [])])
            self.stdout.write(f"  {person['username']:<14} {person['name']} ({held})")
