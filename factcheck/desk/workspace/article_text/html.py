"""The text of an article as HTML: passages with everything marked in them, and what was left out.

Written by hand and not by a template, against the rule of the house: an article of 10,000 words
with 300 claims has some 3,000 places where a value goes in, and the template engine took 110 ms for
them where this takes 4. Everything that comes from outside goes through `escape`.

No word of the desk stands in a passage: numbers and reasons are `data-chrome`, which the browser
leaves out when it counts, and everything else is said by attributes.
"""

from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import NamedTuple
from zlib import crc32

from django.utils.safestring import SafeString, mark_safe

from factcheck.core.verdicts import SCALES
from factcheck.desk.workspace.article_text.segments import KeyedSpan, TextSegment, segments
from factcheck.desk.workspace.verdict_marks import VerdictMark

HEADINGS = {"title", "heading"}
KEPT = 2048  # passages in memory, a few kilobytes each


class ClaimLine(NamedTuple):
    """One claim as the text and its margin show it."""

    pk: int
    number: int
    stage: str
    attribution: VerdictMark
    content: VerdictMark
    returned: bool

    @property
    def line(self) -> str:
        """Which line stands under its words."""
        return "returned" if self.returned else self.stage


class ExemptWords(NamedTuple):
    """Words that are no claim, and why, in the fewest words."""

    pk: int
    why: str


class MeantDay(NamedTuple):
    """A word of the text that means a day, "Tuesday", and which."""

    start: int
    end: int
    day: str  # 2024-04-16
    words: str  # 16 April 2024


@dataclass(frozen=True, slots=True)
class PassageHtml:
    """One passage, ready. `seen` changes with anything in it but the choice."""

    key: int
    html: SafeString
    seen: str

    @property
    def out_of_band(self) -> SafeString:
        """The same, for a page that shows it already."""
        return mark_safe(self.html.replace("<div ", '<div hx-swap-oob="true" ', 1))  # noqa: S308


class PassageMarks(NamedTuple):
    """Everything that a passage shows. The same again is the same HTML, which is kept in memory."""

    text: str  # the passage's own
    start: int  # where it begins in the version's text
    key: int
    role: str
    anchors: tuple[KeyedSpan, ...]
    exempt: tuple[KeyedSpan, ...]
    opens: tuple[tuple[int, int], ...]
    lines: tuple[ClaimLine, ...]  # of its anchors
    exempted: tuple[ExemptWords, ...]
    meant: tuple[MeantDay, ...]
    mark_url: str  # where open words are taken up, or nothing where this person may not
    first_open: int | None
    chosen: int | None


@lru_cache(maxsize=KEPT)
def passage_html(marked: PassageMarks) -> PassageHtml:
    """One passage with its margin, and what it is known by while nothing in it changes."""
    writer = _Writer(marked)
    whole = writer.passage(None)
    seen = f"{crc32(whole.encode()):x}"
    if marked.chosen is not None:
        whole = writer.passage(marked.chosen)
    html = f'<div class="passage" id="p{marked.key}" data-seen="{seen}"{whole}</div>'
    return PassageHtml(marked.key, mark_safe(html), seen)  # noqa: S308  # escaped piece by piece


class _Writer:
    """Writes one passage."""

    def __init__(self, marked: PassageMarks) -> None:
        self.marked = marked
        self.lines = {line.pk: line for line in marked.lines}
        self.exempted = {row.pk: row for row in marked.exempted}
        self.cut = segments(marked.text, marked.start, marked.anchors, marked.exempt, marked.opens)

    def passage(self, chosen: int | None) -> str:
        """From its first attribute on."""
        tag = "h2" if self.marked.role in HEADINGS else "p"
        written = "".join([self._segment(part, chosen) for part in self.cut])
        margin = self._margin(chosen)
        return f'><{tag} data-start="{self.marked.start}">{written}</{tag}>{margin}'

    def _segment(self, part: TextSegment, chosen: int | None) -> str:
        text = self._dated(part)
        if part.claims:
            text = self._claimed(part, text, chosen)
        elif part.exemption is not None:
            text = f'<span class="exempt">{text}</span>'
        elif part.unaccounted:
            text = self._open(part, text)
        if not part.exemption_ends or part.exemption is None:
            return text
        left = self.exempted[part.exemption]
        return (
            f'{text}<a class="exempt__why" data-chrome href="#exempt-{left.pk}">'
            f"{escape(left.why)}</a>"
        )

    def _dated(self, part: TextSegment) -> str:
        """The words, with the days that they mean beside them."""
        text, at, written = part.text, part.start, ""
        for meant in self.marked.meant:
            if at <= meant.start and meant.end <= part.end:
                written += escape(text[at - part.start : meant.start - part.start])
                word = escape(text[meant.start - part.start : meant.end - part.start])
                written += (
                    f'<time datetime="{meant.day}" title="{escape(meant.words)}" '
                    f'data-meant="{escape(meant.words)}">{word}</time>'
                )
                at = meant.end
        return written + escape(text[at - part.start :])

    def _claimed(self, part: TextSegment, text: str, chosen: int | None) -> str:
        line = self.lines[part.claims[0]]
        outer = "".join(
            self._anchor(self.lines[key], "", chosen, begins=True)
            for key in part.begins
            if key != line.pk
        )
        inner = " anchor--inner" if len(part.claims) > 1 else ""
        return outer + self._anchor(line, text, chosen, begins=line.pk in part.begins, inner=inner)

    def _anchor(
        self, line: ClaimLine, text: str, chosen: int | None, *, begins: bool, inner: str = ""
    ) -> str:
        """The words of a claim, its number before them where they begin."""
        current = ' aria-current="true"' if line.pk == chosen else ""
        first = f' id="t{line.number}"' if begins else ""
        number = f'<span class="no" data-chrome>{line.number}</span>' if begins else ""
        chrome = "" if text else " data-chrome"
        return (
            f'<a class="anchor anchor--{line.line}{inner}" href="?claim={line.pk}#claim"'
            f"{first}{chrome}{current}>{number}{text}</a>"
        )

    def _open(self, part: TextSegment, text: str) -> str:
        first = ' id="open"' if part.start == self.marked.first_open else ""
        if not self.marked.mark_url or part.unaccounted is None:
            return f'<span class="unaccounted"{first}>{text}</span>'
        start, end = part.unaccounted
        return (
            f'<a class="unaccounted"{first} href="{self.marked.mark_url}?start={start}&amp;end={end}">'
            f"{text}</a>"
        )

    def _margin(self, chosen: int | None) -> str:
        """The claims that begin in the passage, with both marks; their words are in the title."""
        begun = dict.fromkeys(key for part in self.cut for key in part.begins)
        if not begun:
            return ""
        rows = "".join([_beside(self.lines[key], key == chosen) for key in begun])
        return f'<ul class="passage__margin" aria-label="Claims in this passage">{rows}</ul>'


def _beside(line: ClaimLine, chosen: bool) -> str:  # noqa: FBT001  # called in one place
    attribution, content = line.attribution, line.content
    current = ' aria-current="true"' if chosen else ""
    return (
        f'<li><a href="?claim={line.pk}#claim" title="{escape(attribution.word)} · {escape(content.word)}"'
        f'{current}><span class="no">{line.number}</span>{_mark(attribution)}{_mark(content)}</a></li>'
    )


def _mark(mark: VerdictMark) -> str:
    return f'<svg class="mark"><use href="#{NAMES[mark.aspect, mark.code]}"/></svg>'


# every mark that a margin can show, by a name that is short because it stands there so often
NAMES = {
    (aspect, str(code)): f"m{aspect[0]}{place}"
    for aspect, scale in SCALES.items()
    for place, code in enumerate(scale)
}


def legend(sprite: str) -> SafeString:
    """Every mark once, with its tone, so that each use of it is short."""
    symbols = "".join(
        f'<g id="{name}" class="verdict--{code}"><use href="{sprite}#{aspect}-{code}"/></g>'
        for (aspect, code), name in NAMES.items()
    )
    return mark_safe(  # noqa: S308  # codes of the scale and a path of ours
        f'<svg class="legend" width="0" height="0" aria-hidden="true"><defs>{symbols}</defs></svg>'
    )
