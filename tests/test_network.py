"""The suite stays on this machine."""

import socket

import pytest


def test_a_test_that_reaches_out_fails():
    with socket.socket() as outside, pytest.raises(OSError, match="tried to reach"):
        outside.connect(("192.0.2.1", 80))
