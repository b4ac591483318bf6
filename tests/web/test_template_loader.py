"""Pages are sent without the layout of their templates; nothing else about them changes."""

import pytest
from django.template import Context, Engine

from factcheck.web.template_loader import without_indentation


@pytest.fixture
def rendered(tmp_path, settings):
    """rendered("list.html", "…"): what a browser gets of a file with this text."""
    [[loader, _]] = settings.TEMPLATES[0]["OPTIONS"]["loaders"]
    files = ("django.template.loaders.filesystem.Loader", [tmp_path])

    def of(name, text):
        (tmp_path / name).write_text(text)
        engine = Engine(loaders=[(loader, [files])])
        return engine.get_template(name).render(Context({"text": "a\n  b", "rows": [1, 2]}))

    return of


def test_a_page_is_sent_without_its_indentation(rendered):
    page = "<ul>\n  {% for row in rows %}\n    <li>{{ row }}</li>\n  {% endfor %}\n</ul>\n"

    assert rendered("list.html", page) == "<ul> \n<li>1</li> \n<li>2</li> \n</ul>\n"


def test_what_was_typed_keeps_its_white_space(rendered):
    page = "<div>\n  <textarea>{{ text }}</textarea>\n</div>"

    assert rendered("typed.html", page) == "<div>\n<textarea>a\n  b</textarea>\n</div>"


def test_a_letter_keeps_its_empty_lines(rendered):
    letter = "Good morning,\n\n  {{ text }}\n"

    assert rendered("letter.txt", letter) == "Good morning,\n\n  a\n  b\n"


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ('<a\n  class="no"\n  href="#1"\n>one</a>', '<a class="no" href="#1">one</a>'),
        ("<b>one</b\n  ><b>two</b>", "<b>one</b><b>two</b>"),
        ("<p>\n  one\n  two\n</p>", "<p> one two\n</p>"),
        ("<p>\n\n  <b>one</b></p>", "<p>\n<b>one</b></p>"),
    ],
)
def test_a_tag_stands_on_one_line(written, sent):
    assert without_indentation(written) == sent
