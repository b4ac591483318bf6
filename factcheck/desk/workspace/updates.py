"""What a browser that shows the page of an article already is sent of it. Pure.

The page is long, and choosing a claim or deciding on one changes little of it. So the browser
(`static/factcheck/js/workspace.js`) says what it shows, and the server answers with the rest:

- `Desk-Seen: VERSION APPENDIX PASSAGE PASSAGE …` names the version of the text that stands in the
  browser, then what the appendix and each passage are known by (their `data-seen`, which changes
  with anything in them but the choice).
- A request that htmx aims at the pane (`HX-Target: claim`) is answered with the pane alone
  (`desk/claims/_claim_pane.html`). Inside it come, out of band, the head and those passages and that
  appendix which the browser does not show yet. Without `Desk-Seen` all of them come.
- Where the browser shows another version of the text, it is sent the whole page.
- `Desk-Part: claim` comes with every form. A form is answered with a redirect; where that leads to
  the page that is open, the middleware (`web/middleware.py`) has htmx fetch only the part named
  here, so that a form saved in the pane ends in the request described above.

The view is `desk/views/workspace.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.desk.workspace.article_text.html import PassageHtml
from factcheck.desk.workspace.page import Workspace

SEEN = "Desk-Seen"
PANE = "claim"  # the element that is replaced


@dataclass(frozen=True, slots=True)
class WorkspaceUpdates:
    """The parts of the page that the browser does not show yet, besides the pane and the head."""

    passages: tuple[PassageHtml, ...]
    appendix: bool


def shows_another_version(seen: Sequence[str], work: Workspace) -> bool:
    """Whether the text that stands in the browser is not the current one."""
    return bool(seen) and seen[0] != str(work.version.pk)


def updates_of(work: Workspace, seen: Sequence[str]) -> WorkspaceUpdates:
    """What the browser does not show yet; all of it where nothing is said of what it shows."""
    known = dict(enumerate(seen[2:]))
    return WorkspaceUpdates(
        passages=tuple(row for row in work.passages if known.get(row.key) != row.seen),
        appendix=list(seen[1:2]) != [work.appendix.seen],
    )
