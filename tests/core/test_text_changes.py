"""Two texts as one stream: what stays, what is gone, what is new."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.core.text_changes import PARAGRAPH, ChangedWords, changes

BLOCKS = st.lists(st.sampled_from(["a b", "a c", "b", "c d e", "a"]), max_size=6)


def test_passages_that_stay_are_counted():
    found = changes(["Title", "a b", "c"], ["Title", "a b", "d"])

    assert [part.same for part in found.parts] == [2, 0]
    assert found.parts[1].bits == (ChangedWords("c", "del"), ChangedWords("d", "ins"))
    assert (found.gone, found.come, found.any) == (1, 1, True)


def test_same_texts_have_no_changes():
    assert not changes(["a", "b"], ["a", "b"]).any


@given(BLOCKS, BLOCKS)
def test_both_texts_can_be_read_out_of_it(old, new):
    found = changes(old, new)

    def side(other):
        left, taken = [], 0
        source = old if other == "ins" else new
        for part in found.parts:
            if part.same:
                left += source[taken : taken + part.same]
                taken += part.same
            else:
                words = "".join(bit.text for bit in part.bits if bit.mark != other)
                blocks = words.split(PARAGRAPH) if words else []
                left += blocks
                taken += len(blocks)
        return left

    assert side("ins") == old
    assert side("del") == new
