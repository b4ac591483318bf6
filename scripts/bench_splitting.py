"""How fast a text is split into claims, and how long one that means harm takes. Prints one table.

The demo's articles are split one after the other, as often as makes 20,000 words: by the parser,
and by the plain rules alone. CPU time of this process, start-up apart.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

REPEATS = min(int(os.environ.get("BENCH_REPEATS", "15")), 5)
WORDS = 20_000
ARTICLES = Path(__file__).resolve().parent.parent / "seeds" / "articles"
HOSTILE = {
    "30,000 quotation marks": '"' * 30_000,
    "30,000 quotation marks, apart": '" ' * 30_000,
    "20,000 times Mr.": "Mr. " * 20_000,
    "8,000 times A.B.C.D.": "A.B.C.D. " * 8_000,
    "1 MB without a space": "x" * 1_000_000,
    "5,000 short quotations": '"a," he said. ' * 5_000,
}


def _cpu(act: Callable[[], object]) -> float:
    start = time.process_time()
    act()
    return time.process_time() - start


def _row(name: str, cpu: list[float], aim: str, words: int = 0) -> None:
    spread = f"{min(cpu):.2f}–{max(cpu):.2f}"
    speed = f"{words / median(cpu):,.0f}" if words else ""
    count = f"{words:,}" if words else ""
    print(f"{name:34} {count:>7} {median(cpu):8.2f} {spread:>15} {speed:>9}  {aim}")


def show() -> None:
    """Measure and print. To be called before anything else has loaded the model."""
    sys.path[:0] = [str(Path(__file__).resolve().parent.parent)]
    from factcheck.splitting import split

    print(f"{'splitting':34} {'words':>7} {'CPU s':>8} {'range':>15} {'words/s':>9}  aim")
    started = _cpu(lambda: split("The bridge is safe, the mayor said."))
    _row("start-up, once for each process", [started], "")
    articles = [path.read_text("utf-8") for path in sorted(ARTICLES.glob("*.txt"))]
    once = sum(len(text.split()) for text in articles)
    times = -(-WORDS // once)
    for name, plain, aim in (("by the parser", False, "≥ 9,000"), ("by plain rules", True, "")):
        cpu = [
            _cpu(lambda plain=plain: [split(text, plain=plain) for text in articles * times])
            for _ in range(REPEATS)
        ]
        _row(name, cpu, aim, once * times)
    for name, text in HOSTILE.items():
        _row(name, [_cpu(lambda text=text: split(text))], "≤ 2 s")


if __name__ == "__main__":
    show()
