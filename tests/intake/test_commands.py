"""Articles read and brought in from a shell: what scripts rely on."""

import json

import pytest
from django.core.management import CommandError, call_command, execute_from_command_line
from django.db import connections

from factcheck.claims.actions import suggesting
from factcheck.claims.models import Splitting
from factcheck.intake.models import Article, Version
from factcheck.management.reading import NOT_FROM_THE_WEB
from factcheck.trail.models import Event

TEXT = """\
Gulls nest on the town hall

By Nell Farrow

The gulls of the harbour moved to the roof in March, the keeper said, and they have been there since.

Related coverage:

Seven birds that dislike you
"""
FOUND = {
    "title": "Gulls nest on the town hall",
    "byline": "Nell Farrow",
    "published": None,
    "language": "en",
    "passages": [
        {
            "role": "body",
            "text": "The gulls of the harbour moved to the roof in March, the keeper said, "
            "and they have been there since.",
        },
        {"role": "boilerplate", "text": "Related coverage:"},
        {"role": "boilerplate", "text": "Seven birds that dislike you"},
    ],
}


@pytest.fixture
def piece(tmp_path):
    path = tmp_path / "gulls.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


@pytest.fixture
def lines(capsys):
    """lines("read_article", …): what the command printed, as JSON."""

    def run(*args):
        call_command(*args)
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return run


class TestReadArticle:
    def test_one_line_a_file_in_order(self, piece, tmp_path, lines):
        other = tmp_path / "short.txt"
        other.write_text("Snow fell.", encoding="utf-8")

        found = lines("read_article", piece, str(other), "--jsonl")

        assert found == [
            {"file": piece, **FOUND},
            {
                "file": str(other),
                "title": None,
                "byline": None,
                "published": None,
                "language": None,
                "passages": [{"role": "body", "text": "Snow fell."}],
            },
        ]

    def test_a_file_that_cannot_be_read_is_a_line_too(self, piece, tmp_path, lines):
        empty, picture = tmp_path / "empty.txt", tmp_path / "picture.txt"
        empty.write_bytes(b"\n\n")
        picture.write_bytes(b"\x89PNG\r\n")
        missing = str(tmp_path / "missing.txt")

        found = lines(
            "read_article", str(empty), str(picture), missing, str(tmp_path), piece, "--jsonl"
        )

        assert [set(line) for line in found[:4]] == [{"file", "error"}] * 4
        assert found[2] == {"file": missing, "error": f"There is no file {missing}."}
        assert found[4]["title"] == FOUND["title"]

    def test_a_file_beyond_all_measure_is_not_taken_in(self, tmp_path, lines):
        path = tmp_path / "long.txt"
        path.write_bytes(b"word " * 500_000)

        [found] = lines("read_article", str(path), "--jsonl")

        assert found["error"] == "The file is too large; the desk takes up to 1 MB of text."

    def test_for_people_it_tells_and_counts_what_it_could_not_read(self, piece, tmp_path, capsys):
        with pytest.raises(CommandError, match=r"One file was not read\."):
            call_command("read_article", piece, str(tmp_path / "missing.txt"))

        said = capsys.readouterr().out
        assert "Gulls nest on the town hall" in said
        assert "byline: Nell Farrow" in said

    @pytest.mark.django_db
    def test_nothing_is_saved(self, piece, lines):
        lines("read_article", piece, "--jsonl")

        assert not Article.objects.exists()


class TestImportArticle:
    def test_it_prints_one_line_for_people(self, writer, piece, capsys):
        call_command("import_article", piece, "--as", "writer")

        article = Article.objects.get()
        assert capsys.readouterr().out == f"Article {article.pk}: Gulls nest on the town hall\n"
        assert article.rights == "third_party"
        assert article.brought_by == writer
        assert article.current_version.origin == "file"
        assert article.current_version.file_name == "gulls.txt"

    @pytest.mark.django_db(transaction=True)
    @pytest.mark.reads
    def test_it_prints_one_line_of_json(self, writer, piece, lines):
        [found] = lines("import_article", piece, "--as", "writer", "--rights", "own", "--json")

        article = Article.objects.get()
        proposals = found.pop("proposals")
        assert found == {
            "id": article.pk,
            "version": 1,
            "existing": False,
            "rights": "own",
            **FOUND,
        }
        assert proposals == article.claims.filter(stage="suggested").count() > 0

    @pytest.mark.django_db(transaction=True)
    @pytest.mark.reads
    def test_a_long_text_needs_no_worker(self, writer, piece, lines, monkeypatch):
        monkeypatch.setattr(suggesting, "AT_ONCE", 0)

        [found] = lines("import_article", piece, "--as", "writer", "--json")

        assert found["proposals"] > 0
        assert Splitting.objects.get().state == "done"

    def test_the_same_text_again_is_the_article_that_is_there(self, writer, checker, piece, lines):
        [first] = lines("import_article", piece, "--as", "writer", "--rights", "own", "--json")
        events = Event.objects.count()

        [again] = lines("import_article", piece, "--as", "checker", "--json")

        assert again == {**first, "existing": True}
        assert Version.objects.count() == 1
        assert Event.objects.count() == events

    @pytest.mark.parametrize(
        ("path", "by", "sentence"),
        [
            ("https://example.org/gulls", "writer", NOT_FROM_THE_WEB),
            ("/nowhere/gulls.txt", "writer", "There is no file /nowhere/gulls.txt."),
            ("", "nobody", "Nobody of the desk signs in as nobody."),
            (
                "",
                "reviewer",
                "Bringing in articles is done by writers, checkers and publishers.",
            ),
        ],
    )
    def test_a_refusal_is_one_sentence_and_exit_1(
        self, writer, reviewer, piece, capsys, monkeypatch, path, by, sentence
    ):
        # a command from a shell closes the connection at its end; here the test still holds it
        monkeypatch.setattr(connections, "close_all", lambda: None)
        argv = ["manage.py", "import_article", path or piece, "--as", by, "--json"]

        with pytest.raises(SystemExit) as ended:
            execute_from_command_line(argv)

        printed = capsys.readouterr()
        assert ended.value.code == 1
        assert printed.err == f"{sentence}\n"
        assert printed.out == ""
        assert not Article.objects.exists()

    def test_a_text_without_a_headline_has_no_title(self, writer, tmp_path, lines):
        path = tmp_path / "plain.txt"
        path.write_text("Snow fell. It fell all night on the pass.", encoding="utf-8")

        [found] = lines("import_article", str(path), "--as", "writer", "--json")

        assert found["title"] is None
        assert found["language"] is None
