"""All keys of the desk, in one place: the list on the page of keys, and what buttons show. Pure."""

from typing import NamedTuple

SHIFTED = "shift+"


class Key(NamedTuple):
    """One key and what it does, in the words of the page."""

    key: str
    words: str

    @property
    def shown(self) -> str:
        """As it stands on a button: ⇧H."""
        return shown(self.key)


class KeyGroup(NamedTuple):
    """Keys that belong together."""

    title: str
    keys: tuple[Key, ...]


IN_AN_ARTICLE = KeyGroup(
    "In an article",
    (
        Key("j", "Next claim"),
        Key("k", "Previous claim"),
        Key("enter", "The next step, when nothing else is chosen"),
        Key("n", "Mark the selected words as a claim"),
        Key("o", "Exempt the selected words, with a reason"),
        Key("u", "Take up the next words not accounted for"),
        Key("v", "Select words without a mouse"),
        Key("t", "See the claim in the text"),
        Key("z", "Undo what you did last"),
        Key("g", "The gate"),
    ),
)
WITHOUT_A_MOUSE = KeyGroup(
    "Selecting words without a mouse, after V",
    (
        Key("left, right", "A word back or on"),
        Key("up, down", "A sentence back or on"),
        Key("shift with these", "Take the words in between"),
        Key("n", "Mark them as a claim"),
        Key("o", "Exempt them"),
        Key("escape", "Leave it"),
    ),
)
ON_A_CLAIM = KeyGroup(
    "On a claim",
    (
        Key("h", "Accept the suggestion"),
        Key("shift+h", "Accept all suggestions of its sentence"),
        Key("x", "Set it aside, with a reason"),
        Key("w", "Change its words"),
        Key("d", "Change where it stands"),
        Key("l", "Change its chain: who says it, through whom"),
        Key("s", "Split it"),
        Key("m", "Merge it with a neighbour"),
        Key("e", "Add evidence"),
        Key("1", "Verdict: did they say it?"),
        Key("2", "Verdict: is it true?"),
        Key("q", "Ask a question"),
        Key("a", "Assign it"),
        Key("c", "Conclude the check"),
        Key("r", "Send it to review"),
        Key("y", "Approve it, on the page that asks whether you would sign"),
        Key("b", "Send it back"),
        Key("escape", "Close the form, with nothing changed"),
    ),
)
EVERYWHERE = KeyGroup("Everywhere", (Key("/", "Search"), Key("?", "This list")))

GROUPS = (IN_AN_ARTICLE, ON_A_CLAIM, WITHOUT_A_MOUSE, EVERYWHERE)


def shown(key: str) -> str:
    """A key as it stands on a button or in the list."""
    if key.startswith(SHIFTED) and len(key) == len(SHIFTED) + 1:
        return f"⇧{key[-1].upper()}"
    return key.upper() if len(key) == 1 else key.capitalize()
