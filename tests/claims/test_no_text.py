"""An article that has no text yet: nothing can be claimed of it."""

import pytest

from factcheck.claims.actions import accept_all, begin, mark
from tests.factories.intake import ArticleFactory

ACTS = {
    "mark": lambda article, by: mark(article=article, by=by, start=0, end=3, links=()),
    "accept_all": lambda article, by: accept_all(article=article, by=by),
    "begin": lambda article, by: begin(article=article, by=by),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_it_is_said_that_there_is_no_text(act, checker):
    with pytest.raises(ValueError, match="This article has no text"):
        act(ArticleFactory(brought_by=checker), checker)
