"""Replaying a story of the demo newsroom through the actions, step by step.

A history is a TOML file: the article, who brings it in, and steps in order. Every step names who
does it, so the trail, the rounds and the editions are as they would be.
"""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db import transaction

from factcheck.claims import actions as claims
from factcheck.claims.models import Claim, Exemption, LinkDraft
from factcheck.core.spans import find_all
from factcheck.intake import actions as intake
from factcheck.intake.models import Article, Version
from factcheck.intake.readers import read_bytes
from factcheck.people.models import User
from factcheck.publishing import actions as publishing
from factcheck.review import actions as review
from factcheck.review.queries.left_out import to_confirm
from factcheck.verification import actions as verification

StepDict = dict[str, Any]


class History:
    """One article's story. Rows that later steps speak of are kept under the key of their step."""

    def __init__(self, story: StepDict, folder: Path) -> None:
        self.story = story
        self.folder = folder
        self.people = {person.username: person for person in User.objects.all()}
        self.rows: dict[str, Any] = {}

    @classmethod
    def read(cls, path: Path) -> "History":
        """The history in a file; its article lies in the folder `articles` beside."""
        story = tomllib.loads(path.read_text(encoding="utf-8"))
        return cls(story, path.parent.parent / "articles")

    @transaction.atomic
    def replay(self) -> Article:
        """Play all steps, or none. A history whose text is there already is left alone."""
        path = self.folder / self.story["article"]
        self.article, existing = intake.keep(
            reading=read_bytes(path.read_bytes(), name=path.name),
            by=self.people[self.story["by"]],
            rights=self.story.get("rights", "third_party"),
            writer=self.people.get(self.story.get("writer", "")),
            origin="file",
            file_name=path.name,
            publisher=self.story.get("publisher", ""),
            original_url=self.story.get("original_url", ""),
        )
        if existing:
            return self.article
        claims.begin(article=self.article, by=self.people[self.story["by"]])
        for step in self.story.get("step", []):
            self._play(dict(step))
        return self.article

    def _play(self, step: StepDict) -> None:
        """One step: its row is kept under its key."""
        act, key = step.pop("do"), step.pop("key", "")
        step["by"] = self.people.get(step.pop("by", ""))
        row = ACTS[act](self, **step)
        if key:
            self.rows[key] = row

    def _version(self) -> Version:
        version = Article.objects.get(pk=self.article.pk).current_version
        if version is None:
            raise ValueError("An article that was kept has a version.")
        return version

    def _span(self, words: str) -> tuple[int, int]:
        """Where these words stand, once and only once, in the text."""
        found = find_all(self._version().text, words)
        if len(found) != 1:
            raise ValueError(f"These words stand {len(found)} times in the text: {words}")
        return found[0].start, found[0].end

    def _claim(self, key: str) -> Claim:
        return Claim.objects.get(pk=self.rows[key].pk)

    def _link(self, claim: Claim, position: int | None) -> Any:
        return None if position is None else claim.links.get(position=position, retired_at=None)

    def _evidence(self, keys: list[str]) -> list[Any]:
        return [self.rows[key] for key in keys]

    # the steps

    def mark(
        self, *, by: User, words: str, links: list[StepDict] | None = None, **rest: Any
    ) -> Any:
        start, end = self._span(words)
        drafts = [
            LinkDraft(
                speaker_kind=link["kind"],
                speaker_name=link["name"],
                speaker_note=link.get("note", ""),
                words=link.get("words", ""),
                cue=link.get("cue", ""),
                quote_kind=link.get("quote_kind", "indirect"),
            )
            for link in links or []
        ]
        return claims.mark(article=self.article, by=by, start=start, end=end, links=drafts, **rest)

    def exempt(self, *, by: User, words: str, reason: str, repeats: str = "") -> Any:
        start, end = self._span(words)
        return claims.exempt(
            article=self.article,
            by=by,
            start=start,
            end=end,
            reason=reason,
            repeats=self._claim(repeats) if repeats else None,
        )

    def source(self, *, by: User, **fields: Any) -> Any:
        if behind := fields.pop("stands_behind", None):
            claim, position = behind
            fields["stands_behind"] = self._link(self._claim(claim), position).speaker
        return verification.add_source(by=by, **fields)

    def capture(self, *, by: User, source: str, **fields: Any) -> Any:
        return verification.store_capture(source=self.rows[source], by=by, **fields)

    def cite(self, *, by: User, claim: str, source: str, **fields: Any) -> Any:
        row = self._claim(claim)
        fields["link"] = self._link(row, fields.pop("link", None))
        fields["capture"] = self.rows.get(fields.pop("capture", ""))
        return verification.cite(claim=row, by=by, source=self.rows[source], **fields)

    def contact(self, *, by: User, claim: str, link: int, **fields: Any) -> Any:
        row = self._claim(claim)
        also = [self._claim(key) for key in fields.pop("also", [])]
        return verification.note_contact(
            article=self.article,
            by=by,
            speaker=self._link(row, link).speaker,
            claims=[row, *also],
            **fields,
        )

    def find(self, *, by: User, claim: str, **fields: Any) -> Any:
        row = self._claim(claim)
        fields["link"] = self._link(row, fields.pop("link", None))
        fields["evidence"] = self._evidence(fields.pop("evidence", []))
        return verification.record_verdict(claim=row, by=by, **fields)

    def assign(self, *, by: User, claim: str, to: str) -> Any:
        return claims.assign(claim=self._claim(claim), by=by, to=self.people[to])

    def ask(self, *, by: User, claim: str, text: str, to: str = "", blocking: bool = False) -> Any:
        return claims.ask(
            claim=self._claim(claim),
            by=by,
            text=text,
            to=self.people.get(to),
            blocking=blocking,
        )

    def answer(self, *, by: User, question: str, text: str) -> Any:
        return claims.answer(question=self.rows[question], by=by, text=text)

    def conclude(self, *, by: User, claims: list[str]) -> None:
        for key in claims:
            verification.conclude(claim=self._claim(key), by=by)

    def submit(self, *, by: User, claims: list[str]) -> None:
        for key in claims:
            review.submit(claim=self._claim(key), by=by)

    def approve(self, *, by: User, claims: list[str]) -> None:
        for key in claims:
            review.approve(claim=self._claim(key), by=by)

    def send_back(self, *, by: User, claim: str, because: str) -> Any:
        return review.send_back(claim=self._claim(claim), by=by, because=because)

    def confirm(self, *, by: User) -> None:
        waiting = to_confirm(Article.objects.get(pk=self.article.pk))
        review.confirm(
            article=self.article,
            by=by,
            exemptions=[item.row for item in waiting if isinstance(item.row, Exemption)],
            claims=[item.row for item in waiting if isinstance(item.row, Claim)],
        )

    def publish(self, *, by: User, slug: str) -> Any:
        publishing.choose_address(article=self.article, by=by, slug=slug)
        return publishing.publish(article=self.article, by=by)


ACTS: dict[str, Callable[..., Any]] = {
    name: getattr(History, name)
    for name in (
        "mark",
        "exempt",
        "source",
        "capture",
        "cite",
        "contact",
        "find",
        "assign",
        "ask",
        "answer",
        "conclude",
        "submit",
        "approve",
        "send_back",
        "confirm",
        "publish",
    )
}
