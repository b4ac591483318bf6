"""Bring in an article from a shell, as the desk's page does."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from factcheck.claims.actions import begin
from factcheck.claims.models import Claim, Stage
from factcheck.core.rulings import Refused
from factcheck.intake.actions import keep
from factcheck.intake.models import Article, Origin, PassageRole, Rights
from factcheck.intake.queries import passages
from factcheck.intake.readers import ReadingRefused
from factcheck.management.reading import read_path
from factcheck.management.refusal import ContractCommand, person


class Command(ContractCommand):
    help = "Bring in an article from a file."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", metavar="PATH_OR_URL")
        parser.add_argument("--as", dest="by", required=True, metavar="USER")
        parser.add_argument("--rights", choices=Rights.values, default=Rights.THIRD_PARTY.value)
        parser.add_argument("--json", action="store_true", dest="as_json")

    def handle(self, *args: Any, **options: Any) -> None:
        """The same text again is the article that is there, and no refusal."""
        by = person(options["by"])
        try:
            article, existing = keep(
                reading=read_path(options["path"]),
                by=by,
                rights=options["rights"],
                origin=Origin.FILE,
                file_name=Path(options["path"]).name,
            )
            if not existing:
                article = begin(article=article, by=by, at_once=True)
        except (ReadingRefused, Refused) as refused:
            raise CommandError(str(refused)) from None
        if options["as_json"]:
            self.stdout.write(json.dumps(in_json(article, existing=existing), ensure_ascii=False))
        else:
            self.stdout.write(str(article))


def in_json(article: Article, *, existing: bool) -> dict[str, Any]:
    """The article as scripts get it; the title is not repeated in the passages."""
    version = article.current_version
    if version is None:
        raise CommandError("This article has no text.")
    return {
        "id": article.pk,
        "version": version.number,
        "existing": existing,
        "rights": article.rights,
        "title": version.title or None,
        "byline": version.byline or None,
        "published": version.published.isoformat() if version.published else None,
        "language": version.language or None,
        "passages": [
            {"role": passage.role, "text": version.text[passage.start : passage.end]}
            for passage in passages(version)
            if passage.role != PassageRole.TITLE
        ],
        "proposals": Claim.objects.filter(article=article, stage=Stage.SUGGESTED).count(),
    }
