"""The splitter that needs no language model: quotation marks, word lists and word order. Pure.

It reads a text the way a careful reader with a pencil would: find the quotations, find the words
of saying, look to their left for who says it and to the other side for what is said. It knows no
grammar beyond that, so it is the fallback, and says so in the reasons it gives.
"""

from factcheck.splitting.plain.proposing import propose

__all__ = ["propose"]
