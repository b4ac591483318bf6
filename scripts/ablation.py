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
ROOM = "factcheck.splitting."


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
    ("clauses", "attribution.constructions.content", ("_clause",), nothing),
    ("things", "attribution.constructions.content", ("from_thing",), nothing),
    ("infinitives", "attribution.constructions.content", ("_infinitive", "_whom"), nothing),
    ("prepositions", "attribution.constructions.content", ("_preposition", "_about"), nothing),
    ("descriptions", "attribution.constructions.content", ("_as", "_called"), nothing),
    ("quotations behind a verb", "attribution.constructions.content", ("from_quotation",), nothing),
    ("relative clauses", "attribution.constructions.register", ("from_relative",), nothing),
    ("passives", "attribution.constructions.register", ("by_somebody",), nothing),
    ("subjects of passives", "attribution.constructions.register", ("with_subject",), as_it_is),
    (
        "word order behind quotations",
        "attribution.constructions.register",
        ("from_quotations",),
        none,
    ),
    ("word order between commas", "attribution.constructions.register", ("from_commas",), none),
    ("asides by grammar", "attribution.constructions.register", ("from_aside",), nothing),
    ("according to", "attribution.constructions.register", ("according",), none),
    ("reportedly", "attribution.constructions.register", ("reportedly",), none),
    ("colons", "attribution.constructions.register", ("from_colon",), nothing),
    ("quotations that are announced", "attribution.constructions.register", ("announced",), none),
    ("quotations that go on", "splitter", ("gather",), nothing),
    ("repairs of the parse", "splitter", ("mend",), nothing),
    ("coordination", "grammar.repairs", ("mend_coordination",), nothing),
    ("doubts", "attribution.constructions.register", ("doubtful",), nothing),
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
    from factcheck.management.splitting import in_json
    from factcheck.splitting import split

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
    from factcheck.splitting.grammar import parsing

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
