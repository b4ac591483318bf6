"""Markdown files and saved web pages become passages; a file's content goes before its name."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.intake.readers import ReadingRefused, largest_file, read_bytes

BLUE = "The sea is as blue as it has ever been, a keeper of the shore said on Tuesday."
SAND = "The sand is as white as the snow on the hills in winter, the other keeper said."


def roles(reading):
    return [(passage.role, passage.text) for passage in reading.passages]


def markdown(text, name="sea.md"):
    return read_bytes(text.encode(), name=name)


def web(body, head="", *, name="sea.html", code="utf-8"):
    page = f"<!doctype html><html lang='en-GB'><head>{head}</head><body>{body}</body></html>"
    return read_bytes(page.encode(code), name=name)


def article(*more, title="On the sea"):
    return f"<article><h1>{title}</h1><p>{BLUE}</p>{''.join(more)}<p>{SAND}</p></article>"


class TestMarkdown:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            (f"# On the *sea*\n\n{BLUE}", [("title", "On the sea"), ("body", BLUE)]),
            (
                f"# Sea\n\n{BLUE}\n\n## The sand\n\n{SAND}",
                [("title", "Sea"), ("body", BLUE), ("heading", "The sand"), ("body", SAND)],
            ),
            (
                "A **bold** [link](https://x.example) and `code`, he said.",
                [("body", "A bold link and code, he said.")],
            ),
            ("- One fell.\n- Two fell.", [("body", "One fell."), ("body", "Two fell.")]),
            ("It fell\nall night.", [("body", "It fell all night.")]),
            ("It fell  \nall night.", [("body", "It fell\nall night.")]),
            ("> It fell, he said.", [("body", "It fell, he said.")]),
            ("A <b>bold</b> man fell.", [("body", "A <b>bold</b> man fell.")]),
            (
                f"{BLUE}\n\n| Day | Snow |\n| --- | --- |\n| One | 3 cm. |",
                [("body", BLUE), ("body", "Day | Snow"), ("body", "One | 3 cm.")],
            ),
            ("```\nIt fell.\n\nIt lay.\n```", [("body", "It fell."), ("body", "It lay.")]),
            (
                f"{BLUE}\n\n## Related coverage\n\n- Sand in winter",
                [
                    ("body", BLUE),
                    ("boilerplate", "Related coverage"),
                    ("boilerplate", "Sand in winter"),
                ],
            ),
        ],
    )
    def test_blocks(self, text, found):
        assert roles(markdown(text)) == found

    def test_front_matter_is_no_text(self):
        reading = markdown(
            "---\ntitle: 'On the sea'\nauthor: [Nell Farrow, \"Jo Weir\"]\n"
            f"date: 2026-10-06T09:30:00+02:00\nlang: nl\ntags: x\n---\n\n{BLUE}"
        )

        assert roles(reading) == [("title", "On the sea"), ("body", BLUE)]
        assert (reading.byline, reading.language) == ("Nell Farrow and Jo Weir", "nl")
        assert reading.published == datetime(
            2026, 10, 6, 9, 30, tzinfo=timezone(timedelta(hours=2))
        )

    def test_authors_in_lines(self):
        reading = markdown(f"---\nauthors:\n  - Nell Farrow\n  - Jo Weir\n---\n{BLUE}")

        assert reading.byline == "Nell Farrow and Jo Weir"

    @pytest.mark.parametrize("opening", ["---\n\nIt fell, he said.", "---\ntitle: x\nIt fell."])
    def test_a_rule_is_no_front_matter(self, opening):
        assert "It fell" in markdown(opening).text

    def test_a_byline_below_the_title(self):
        reading = markdown(f"# Sea\n\n*By Nell Farrow*\n\nOct. 6, 2026\n\n{BLUE}")

        assert (reading.title, reading.byline) == ("Sea", "Nell Farrow")
        assert reading.published == datetime(2026, 10, 6, tzinfo=UTC)

    def test_a_typed_title_goes_before(self):
        reading = read_bytes(f"# Sea\n\n{BLUE}".encode(), name="a.md", title="Shore")

        assert roles(reading) == [("title", "Shore"), ("heading", "Sea"), ("body", BLUE)]

    @pytest.mark.parametrize("text", ["", "---\ntitle: x\n---\n", "[a]: https://x.example"])
    def test_nothing_is_refused(self, text):
        with pytest.raises(ReadingRefused, match="no text"):
            markdown(text)

    @pytest.mark.parametrize("text", ["[" * 50_000, "*a_ " * 15_000, "> " * 15_000, "`a" * 50_000])
    def test_what_is_hard_to_parse_ends(self, text):
        assert markdown(f"Sea.\n\n{text}").passages


class TestWebPage:
    def test_the_article_and_what_the_page_says_of_it(self):
        reading = web(
            f"<nav><a href=/>Home</a></nav>{article('<h2>The sand</h2>')}<footer>Contact</footer>",
            "<title>On the sea | Post</title><meta name=author content='Nell Farrow'>"
            "<meta property='og:site_name' content='Shore Post'>"
            "<meta property='article:published_time' content='2026-10-06T09:30:00+02:00'>"
            "<link rel=canonical href='https://shore.example/sea'>",
        )

        assert roles(reading) == [
            ("title", "On the sea"),
            ("body", BLUE),
            ("heading", "The sand"),
            ("body", SAND),
        ]
        assert (reading.byline, reading.language) == ("Nell Farrow", "en-GB")
        assert reading.published == datetime(
            2026, 10, 6, 9, 30, tzinfo=timezone(timedelta(hours=2))
        )
        assert (reading.publisher, reading.url) == ("Shore Post", "https://shore.example/sea")

    @pytest.mark.parametrize(
        "hidden",
        [
            "<script>document.write('SECRET')</script>",
            "<p hidden>SECRET words that nobody who reads this page sees.</p>",
            "<p style='display: none'>SECRET words that nobody who reads this page sees.</p>",
            "<div style='visibility:hidden'><p>SECRET words that nobody here sees.</p></div>",
            "<template><p>SECRET words that nobody who reads this page sees.</p></template>",
            "<!-- SECRET -->",
            "<style>p::after { content: 'SECRET' }</style>",
        ],
    )
    def test_what_nobody_sees_is_not_read(self, hidden):
        assert "SECRET" not in web(article(hidden)).text

    def test_comments_of_readers_are_not_read(self):
        comments = "<section id='comments'><p>SECRET: I was there and it was green.</p></section>"

        assert "SECRET" not in web(article() + comments).text

    def test_paragraphs_that_are_parted_by_line_breaks(self):
        reading = web(f"<article><h1>Sea</h1><p>{BLUE}<br><br>{SAND}</p></article>")

        assert [text for role, text in roles(reading) if role == "body"] == [BLUE, SAND]

    def test_lists_and_tables_are_passages(self):
        reading = web(
            article(
                "<ul><li>One keeper fell into the sea.</li><li>Two keepers did not.</li></ul>"
                "<table><tr><td>Day</td><td>Waves</td></tr><tr><td>One</td><td>40</td></tr></table>"
            )
        )

        texts = [text for _, text in roles(reading)]
        assert "One keeper fell into the sea." in texts
        assert "One | 40" in texts

    def test_related_coverage_is_left_out(self):
        reading = web(article("<h3>Related coverage</h3>"))

        assert ("boilerplate", "Related coverage") in roles(reading)

    def test_the_language_is_that_of_the_words(self):
        german = "Das Meer ist so blau wie der Himmel und die Sonne, sagt der Wächter auf dem Turm."

        assert (
            web(f"<article><h1>Meer</h1><p>{german}</p><p>{german}</p></article>").language == "de"
        )

    @pytest.mark.parametrize("author", ["Nell Farrow; Jo Weir; Al Dent"])
    def test_several_authors(self, author):
        page = web(article(), f"<meta name=author content='{author}'>")

        assert page.byline == "Nell Farrow, Jo Weir and Al Dent"

    def test_a_date_without_a_time(self):
        page = web(article(), "<meta property='article:published_time' content='2026-10-06'>")

        assert page.published == datetime(2026, 10, 6, tzinfo=UTC)

    def test_the_moment_is_taken_from_the_data_for_machines(self):
        data = '{"@type": "NewsArticle", "datePublished": "2026-10-06T09:30:00Z"}'

        page = web(article(), f"<script type='application/ld+json'>{data}</script>")

        assert page.published == datetime(2026, 10, 6, 9, 30, tzinfo=UTC)

    @pytest.mark.parametrize(
        ("head", "code"),
        [
            ("<meta charset=utf-8>", "utf-8"),
            ("", "utf-8"),
            ("", "utf-8-sig"),
            ("<meta charset=iso-8859-1>", "cp1252"),
            ("", "cp1252"),
            ("<meta charset=utf-8>", "cp1252"),
            ("<meta charset=no-such-thing>", "cp1252"),
            ("<meta charset=utf-16>", "utf-8"),
            ("", "utf-16"),
            (
                "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-15'>",
                "iso8859-15",
            ),
        ],
    )
    def test_characters_are_read_as_declared(self, head, code):
        words = f"Größe: 5 €, {BLUE}"

        reading = web(
            f"<article><h1>Sea</h1><p>{words}</p><p>{SAND}</p></article>", head, code=code
        )

        assert words in reading.text

    def test_a_declared_cyrillic_code(self):
        words = "Море синее, сказал хранитель берега во вторник, и песок белый, как снег."
        page = f"<html><meta charset=windows-1251><article><p>{words}</p><p>{words}</p></article>"

        assert words in read_bytes(page.encode("cp1251"), name="a.html").text

    @pytest.mark.parametrize(
        "page",
        [
            "<html><body></body></html>",
            "<html><body><nav><a href=/>Home</a></nav></body></html>",
            "<!doctype html>",
            "<html>" + "<div>" * 5_000 + "x",
        ],
    )
    def test_a_page_without_an_article_is_refused_in_a_sentence(self, page):
        with pytest.raises(ReadingRefused, match="No article was found in this web page"):
            read_bytes(page.encode(), name="a.html")

    def test_nothing_is_fetched(self):
        reading = web(
            article("<img src='https://x.example/a.png'><iframe src='//x.example'></iframe>")
        )

        assert BLUE in reading.text

    @settings(max_examples=40, deadline=None)  # the first page loads the reader
    @given(st.text(max_size=300))
    def test_whatever_stands_in_a_page(self, words):
        try:
            reading = web(article(f"<p>{words}</p>"))
        except ReadingRefused as refused:
            assert str(refused).endswith(".")  # noqa: PT017
            return

        assert all(p.text.strip() and "\n\n" not in p.text for p in reading.passages)
        assert [reading.text[a:b] for a, b in reading.spans()] == [p.text for p in reading.passages]


class TestChoice:
    def test_a_web_page_is_one_under_any_name(self):
        for name in ("sea.txt", "sea.md", ""):
            assert web(article(), name=name).title == "On the sea"

    def test_plain_words_under_the_name_of_a_page_are_text(self):
        assert read_bytes(b"Sea\n\nIt is < 3 m, he said.", name="sea.html").title == "Sea"

    def test_markdown_is_known_by_its_name_alone(self):
        assert read_bytes(b"# Sea\n\nIt is blue.", name="sea.txt").passages[0].text == "# Sea"

    def test_a_page_may_be_larger_than_a_text(self):
        assert largest_file("SEA.HTML") > largest_file("sea.txt")
