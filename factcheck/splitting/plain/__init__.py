"""The splitter that needs no language model: quotation marks, word lists and word order. Pure.

It finds the quotations and the words of saying, and looks to their left for the speaker and to the
other side for the content. It knows no other grammar, so it is the fallback, and the reasons it
gives say so.
"""

from factcheck.splitting.plain.proposing import propose

__all__ = ["propose"]
