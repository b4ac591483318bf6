"""What each construction of the splitter brings: it is taken away, and the rest is scored.

    .venv/bin/python scripts/ablation.py GOLD.jsonl SCORER [DOCUMENTS]

GOLD holds a line for each document ("doc", "text", "claims"); SCORER is the folder of a `score.py`
whose `score(gold, predicted, speech=…)` answers with F1; DOCUMENTS are how many of the first lines
count. Every sentence is parsed once, whatever is taken away.
"""

import importlib
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parent.parent)]
ROOM = "factcheck.claims.splitting."


def nothing(*_: Any, **__: Any) -> None:
    """A construction that is never found."""


def none(*_: Any, **__: Any) -> Iterator[Any]:
    """A construction that yields nothing."""
    return iter(())


def as_it_is(_: Any, found: Any, *__: Any, **___: Any) -> Any:
    """A step that changes nothing."""
    return found


# what is taken away: in which module, by which names, and what stands there instead
TAKEN: list[tuple[str, str, tuple[str, ...], Callable[..., Any]]] = [
    ("clauses", "content", ("_clause",), nothing),
    ("things", "content", ("from_thing",), nothing),
    ("infinitives", "content", ("_infinitive", "_whom"), nothing),
    ("prepositions", "content", ("_preposition", "_about"), nothing),
    ("descriptions", "content", ("_as", "_called"), nothing),
    ("quotations behind a verb", "content", ("from_quotation",), nothing),
    ("relative clauses", "constructions", ("from_relative",), nothing),
    ("passives", "constructions", ("by_somebody",), nothing),
    ("subjects of passives", "constructions", ("with_subject",), as_it_is),
    ("word order behind quotations", "constructions", ("from_quotations",), none),
    ("word order between commas", "constructions", ("from_commas",), none),
    ("asides by grammar", "constructions", ("from_aside",), nothing),
    ("according to", "constructions", ("according",), none),
    ("reportedly", "constructions", ("reportedly",), none),
    ("sources without “according”", "constructions", ("sources",), none),
    ("colons", "constructions", ("from_colon",), nothing),
    ("quotations that are announced", "constructions", ("announced",), none),
    ("quotations that go on", "splitter", ("gather",), nothing),
    ("repairs of the parse", "splitter", ("mend",), nothing),
    ("coordination", "repairs", ("mend_coordination",), nothing),
    ("doubts", "constructions", ("doubtful",), nothing),
]


class Remembering:
    """The model's pipeline, which is given every sentence once."""

    def __init__(self, pipeline: Any) -> None:
        self.pipeline = pipeline
        self.known: dict[str, Any] = {}

    def pipe(self, sentences: Any, **options: Any) -> Iterator[Any]:
        """The trees of these sentences, in order."""
        wanted = list(sentences)
        new = [one for one in dict.fromkeys(wanted) if one not in self.known]
        for one, tree in zip(new, self.pipeline.pipe(new, **options), strict=True):
            self.known[one] = tree
        return (self.known[one] for one in wanted)


@contextmanager
def without(module: str, names: tuple[str, ...], instead: Callable[..., Any]) -> Iterator[None]:
    """The splitter while some of its functions are replaced."""
    room = importlib.import_module(ROOM + module)
    kept = {name: getattr(room, name) for name in names}
    for name in names:
        setattr(room, name, instead)
    try:
        yield
    finally:
        for name, function in kept.items():
            setattr(room, name, function)


def row(name: str, gold: list[dict[str, Any]], score: Callable[..., dict[str, Any]]) -> str:
    """One line of the table: F1 of overlap, exact and speaker on speech, overlap and exact on all."""
    from factcheck.claims.splitting import split
    from factcheck.management.splitting import in_json

    found = {
        one["doc"]: json.loads(json.dumps(in_json(one["text"], split(one["text"], language="en"))))
        for one in gold
    }
    speech, every = score(gold, found, speech=True), score(gold, found)
    figures = [speech["content"]["overlap50"]["F"], speech["content"]["exact"]["F"]]
    figures.append(speech["speaker"]["end_to_end_head"]["F"])
    rest = [every["content"]["overlap50"]["F"], every["content"]["exact"]["F"]]
    return f"| {name} | {' / '.join(map(str, figures))} | {' / '.join(map(str, rest))} |"


def main(gold_path: str, scorer: str, documents: str = "0") -> None:
    """Print the table, a line at a time."""
    from factcheck.claims.splitting import parsing

    sys.path[:0] = [scorer]
    score = importlib.import_module("score").score
    lines = Path(gold_path).read_text("utf-8").splitlines()
    gold = [json.loads(line) for line in lines if line.strip()][: int(documents) or None]
    model = parsing.installed()
    if model is None:
        raise SystemExit("The English model is not installed.")
    remembering = Remembering(parsing._pipeline(model))
    parsing._pipeline = lambda _name: remembering
    print("| taken away | speech | all |\n| --- | --- | --- |")
    print(row("nothing", gold, score), flush=True)
    for name, module, names, instead in TAKEN:
        with without(module, names, instead):
            print(row(name, gold, score), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
