"""Publish from a shell: the same gate, the same answer."""

import json
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.urls import reverse

from factcheck.core.rulings import Refused
from factcheck.intake.models import Article
from factcheck.management.refusal import ContractCommand, person
from factcheck.publishing.actions import publish
from factcheck.publishing.gate import Blocker, Gate, ask
from factcheck.publishing.models import Edition


class Command(ContractCommand):
    help = "Publish an article's report, or say what stands between it and its readers."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("article", type=int, metavar="ID")
        parser.add_argument("--as", dest="by", required=True, metavar="USER")
        parser.add_argument(
            "--past", default="", metavar="REASON", help="go past the gate, and why"
        )
        parser.add_argument(
            "--public", default="", metavar="SENTENCE", help="what readers are told"
        )
        parser.add_argument("--json", action="store_true", dest="as_json")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 when published, 1 when blocked or refused."""
        article, by = _article(options["article"]), person(options["by"])
        if bool(options["past"].strip()) != bool(options["public"].strip()):
            raise CommandError("Going past the gate takes both --past and --public.")
        try:
            edition = publish(
                article=article, by=by, past=options["past"], public=options["public"]
            )
        except Refused as refused:
            self._blocked(ask(article), refused, as_json=options["as_json"])
        else:
            self._published(edition, as_json=options["as_json"])

    def _published(self, edition: Edition, *, as_json: bool) -> None:
        slug = edition.article.address.slug
        url = reverse("public:report", args=[slug])
        if as_json:
            named = {"number": edition.number, "slug": slug, "url": url, "digest": edition.digest}
            self._line({"published": True, "blockers": [], "edition": named})
        else:
            self.stdout.write(f"Edition {edition.number} stands at {url}")

    def _blocked(self, gate: Gate, refused: Refused, *, as_json: bool) -> None:
        """What is in the way; the reason itself where the gate is not what refused."""
        if as_json:
            blockers = [_plain(blocker) for blocker in gate.blockers]
            self._line({"published": False, "blockers": blockers, "edition": None})
        else:
            for blocker in gate.blockers:
                self.stdout.write(f"{blocker.rule}  {blocker.title}. {blocker.message}")
        raise CommandError(refused.reason)

    def _line(self, data: dict[str, Any]) -> None:
        self.stdout.write(json.dumps(data, ensure_ascii=False))


def _plain(blocker: Blocker) -> dict[str, Any]:
    """A blocker as scripts read it."""
    return {
        "rule": blocker.rule,
        "message": f"{blocker.title}. {blocker.message}",
        "url": blocker.url,
        "claim": blocker.claim,
        "break_glass": blocker.break_glass,
    }


def _article(pk: int) -> Article:
    found = Article.objects.filter(pk=pk).first()
    if found is None:
        raise CommandError(f"There is no article {pk}.")
    return found
