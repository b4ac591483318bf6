"""Sentences with what is expected of them written into them.

`(Ann Lie) <said> {that the bridge is safe}.` has a speaker, a cue and a content; of a content in
several pieces each has its braces. `[…]` is what the article says itself.
"""

import re

from factcheck.splitting import split

_MARK = re.compile(r"[(){}<>\[\]]")
_NAMES = {"(": "speaker", "{": "content", "<": "cue", "[": "own"}


def read(marked):
    """The sentence without its marks, and the stretches between them by name."""
    text, open_at, found = "", {}, {"speaker": [], "content": [], "cue": [], "own": []}
    at = 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark.group() in _NAMES:
            open_at[mark.group()] = len(text)
        else:
            opening = {")": "(", "}": "{", ">": "<", "]": "["}[mark.group()]
            found[_NAMES[opening]].append(text[open_at.pop(opening) : len(text)])
    return text + marked[at:], found


def shown(text, answer):
    """What was found, in the same form: of the attributed claims, then of the others."""
    found = {"speaker": [], "content": [], "cue": [], "own": []}
    for one in answer.suggestions:
        words = [text[part.start : part.end] for part in one.parts]
        if one.governs is None:
            found["own"] += words
            continue
        link = one.chain[one.governs]
        found["content"] += words
        if link.speaker and text[link.speaker.start : link.speaker.end] not in found["speaker"]:
            found["speaker"].append(text[link.speaker.start : link.speaker.end])
        if link.cue:
            found["cue"].append(text[link.cue.start : link.cue.end])
    return found


def compared(marked):
    """What is found in a marked sentence, and what is expected of it."""
    text, expected = read(marked)
    return shown(text, split(text)), expected
