"""Where one clause ends and the next begins."""

from factcheck.splitting.grammar.marks import MARKS, STOPS
from factcheck.splitting.grammar.parsing import Tree


def parted(tree: Tree, end: int) -> bool:
    """Whether a comma or a similar mark stands here, before or after a quotation mark."""
    while end > 0 and tree[end].text in MARKS:
        end -= 1
    return tree[end].text in STOPS
