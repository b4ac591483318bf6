"""Templates show; they do not decide, ask or write scripts."""

import re
from html.parser import HTMLParser

import pytest

from tests.architecture import source

# What Python renders by name may be sent to htmx alone; the rest is only ever included.
NAMED = re.compile(r"\"((?:\w+/)*_\w+\.html)\"")
FRAGMENTS = sorted(
    {
        source.ROOT / "templates" / name
        for path in source.modules()
        for name in NAMED.findall(path.read_text())
    }
)
PARTIAL = [path for path in source.templates() if path.name.startswith("_")]
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
BASES = {"base.html"}


class Roots(HTMLParser):
    """The elements that stand in nothing else."""

    def __init__(self):
        super().__init__()
        self.depth = 0
        self.roots = []

    def handle_starttag(self, tag, attrs):
        if self.depth == 0:
            self.roots.append((tag, dict(attrs)))
        if tag not in VOID:
            self.depth += 1

    def handle_startendtag(self, tag, attrs):
        if self.depth == 0:
            self.roots.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if tag not in VOID:
            self.depth -= 1


def markup(path):
    """The file without template tags; values stay as a letter."""
    text = re.sub(r"{#.*?#}|{% comment .*?%}.*?{% endcomment %}", "", path.read_text(), flags=re.S)
    return re.sub(r"{{.*?}}", "x", re.sub(r"{%.*?%}", "", text, flags=re.S), flags=re.S)


@pytest.mark.parametrize("path", FRAGMENTS, ids=source.name)
def test_a_fragment_has_one_root_with_an_id(path):
    roots = Roots()
    roots.feed(markup(path))

    assert [("id" in attributes) for _, attributes in roots.roots] == [True]


@pytest.mark.parametrize("path", PARTIAL, ids=source.name)
def test_a_part_of_a_page_is_no_page(path):
    assert "{% extends" not in path.read_text()


@pytest.mark.parametrize("path", source.templates(), ids=source.name)
def test_a_template_is_short(path):
    assert len(path.read_text().splitlines()) <= 120


@pytest.mark.parametrize("path", source.templates(), ids=source.name)
def test_a_template_does_not_ask_the_request(path):
    words = " ".join(re.findall(r"{[{%].*?[}%]}", path.read_text(), flags=re.S))

    assert path.name in BASES or not re.search(r"\brequest\b", words)


@pytest.mark.parametrize("path", source.templates(), ids=source.name)
def test_a_template_has_nothing_inline(path):
    text = path.read_text()
    scripts = re.findall(r"<script(?![^>]*(?:src=|type=\"application/(?:ld\+)?json\"))", text)

    assert scripts == []
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=", text)


@pytest.mark.parametrize("path", source.templates(), ids=source.name)
def test_htmx_only_where_it_works_without(path):
    tags = re.findall(r"<[a-z]+\b[^>]*\shx-(?:get|post|put|delete|patch)=[^>]*>", path.read_text())
    bare = [
        tag
        for tag in tags
        if not (tag.startswith("<form") and " action=" in tag)
        and not (tag.startswith("<a") and " href=" in tag)
        and " hx-trigger=" not in tag
    ]

    assert bare == []
    assert not re.search(r"\shx-(?:put|delete|patch)=", path.read_text())


@pytest.mark.parametrize("path", [path for path in source.templates() if path.name in BASES])
def test_the_whole_site_is_not_boosted(path):
    assert "hx-boost" not in path.read_text()


@pytest.mark.parametrize("path", source.templates(), ids=source.name)
def test_a_part_takes_everything_by_name(path):
    includes = re.findall(r"{% include \"parts/[^%]*%}", path.read_text())

    assert [tag for tag in includes if " only" not in tag] == []
