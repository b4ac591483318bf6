"""What is given to the parser, and how."""

import pytest

from factcheck.claims.splitting import parsing


@pytest.mark.parametrize(
    ("loaded", "threads", "alone", "afterwards"),
    [
        ((), None, True, "1"),
        ((), "1", True, "1"),
        ((), "4", False, "4"),
        (("numpy",), None, False, None),
        (("numpy",), "1", True, "1"),
        (("numpy",), "4", False, "4"),
    ],
)
def test_numpy_is_kept_to_one_thread_unless_it_is_too_late(loaded, threads, alone, afterwards):
    environment = {} if threads is None else {parsing.THREADS: threads}

    assert parsing.one_thread(loaded, environment) is alone
    assert environment.get(parsing.THREADS) == afterwards
