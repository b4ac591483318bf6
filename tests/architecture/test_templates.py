"""Templates show; they do not decide, ask or write scripts."""

import re
from html.parser import HTMLParser

from tests.architecture import source

# What Python renders by name may be sent to htmx alone; the rest is only ever included.
NAMED = re.compile(r"\"((?:\w+/)*_\w+\.html)\"")
FRAGMENTS = sorted(
    {
        source.ROOT / "templates" / name
        for path in source.modules()
        for name in NAMED.findall(source.text(path))
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
    text = re.sub(r"{#.*?#}|{% comment .*?%}.*?{% endcomment %}", "", source.text(path), flags=re.S)
    return re.sub(r"{{.*?}}", "x", re.sub(r"{%.*?%}", "", text, flags=re.S), flags=re.S)


def tags(path):
    """What stands between braces, joined."""
    return " ".join(re.findall(r"{[{%].*?[}%]}", source.text(path), flags=re.S))


def offenders(paths, wrong):
    """The names of the files of which something is wrong."""
    return [source.name(path) for path in paths if wrong(path)]


def test_a_fragment_has_one_root_with_an_id():
    def wrong(path):
        roots = Roots()
        roots.feed(markup(path))
        return [("id" in attributes) for _, attributes in roots.roots] != [True]

    assert offenders(FRAGMENTS, wrong) == []


def test_a_part_of_a_page_is_no_page():
    assert offenders(PARTIAL, lambda path: "{% extends" in source.text(path)) == []


def test_a_template_is_short():
    assert offenders(source.templates(), lambda path: source.text(path).count("\n") > 120) == []


def test_a_line_of_a_template_can_be_read():
    def wrong(path):
        return max(map(len, source.text(path).splitlines()), default=0) > 160

    assert offenders(source.templates(), wrong) == []


def test_a_template_does_not_ask_the_request():
    others = [path for path in source.templates() if path.name not in BASES]

    assert offenders(others, lambda path: re.search(r"\brequest\b", tags(path))) == []


def test_a_template_has_nothing_inline():
    script = r"<script(?![^>]*(?:src=|type=\"application/(?:ld\+)?json\"))"
    inline = re.compile(rf"{script}|<style|\sstyle=|\son[a-z]+=")

    assert offenders(source.templates(), lambda path: inline.search(source.text(path))) == []


def test_htmx_only_where_it_works_without():
    asking = re.compile(r"<[a-z]+\b[^>]*\shx-(?:get|post|put|delete|patch)=[^>]*>")

    def works_without(tag):
        return (
            (tag.startswith("<form") and " action=" in tag)
            or (tag.startswith("<a") and " href=" in tag)
            or " hx-trigger=" in tag
        )

    def wrong(path):
        text = source.text(path)
        return re.search(r"\shx-(?:put|delete|patch)=", text) or not all(
            map(works_without, asking.findall(text))
        )

    assert offenders(source.templates(), wrong) == []


def test_the_whole_site_is_not_boosted():
    bases = [path for path in source.templates() if path.name in BASES]

    assert bases
    assert offenders(bases, lambda path: "hx-boost" in source.text(path)) == []


def test_a_part_takes_everything_by_name():
    def wrong(path):
        includes = re.findall(r"{% include \"parts/[^%]*%}", source.text(path))
        return any(" only" not in tag for tag in includes)

    assert offenders(source.templates(), wrong) == []
