"""What a file is, told by its first bytes."""

import pytest

from factcheck.verification.media import media_type


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"%PDF-1.7 ...", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n....", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a...", "image/gif"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "application/octet-stream"),
        (b"PK\x03\x04....", "application/zip"),
        (b"\x00\x00\x00\x18ftypmp42", "video/mp4"),
        ("Städte und Gemeinden".encode(), "text/plain"),
        (b"<html><script>alert(1)</script>", "text/plain"),
        (b"<svg onload='alert(1)'>", "text/plain"),
        (b"\xff\xfe\x41", "application/octet-stream"),
        (b"text with \x00 in it", "application/octet-stream"),
    ],
)
def test_a_file_is_what_its_bytes_say(content, name):
    assert media_type(content) == name
