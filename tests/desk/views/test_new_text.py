"""The page on which an article gets a new text: look first, keep then, and nothing typed is lost."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from factcheck.desk.queries.new_text import compare
from factcheck.intake.actions import keep
from factcheck.intake.models import Article, Version
from factcheck.intake.readers import read_text
from factcheck.review.actions import replace_text
from tests import story

OLD, NEW = "since 2021", "since 2022"


def sent(client, article, **changes):
    """What the page begins with, changed."""
    form = client.get(reverse("desk:new_text", args=[article.pk])).context["form"]
    fields = {name: form[name].value() or "" for name in ("seen", "title", "text", "file_name")}
    return {**fields, **changes}


def changed(client, article, **changes):
    """The same with one word of the text changed."""
    fields = sent(client, article)
    return {**fields, "text": fields["text"].replace(OLD, NEW), **changes}


def post(client, article, data):
    return client.post(reverse("desk:new_text", args=[article.pk]), data)


class TestNewText:
    def test_doors(self, article, doors):
        doors.get(
            "desk:new_text", article.pk,
            anonymous="login", stranger=404, writer=403, reviewer=403, checker=200, publisher=200,
        )  # fmt: skip

    def test_writer_rewrites_an_own_article(self, checker, writer, signed_in):
        article, _ = keep(reading=read_text(story.TEXT), by=checker, writer=writer)

        response = signed_in(writer).get(reverse("desk:new_text", args=[article.pk]))

        assert response.status_code == 200

    def test_begins_with_the_text_that_stands(self, article, checker, signed_in):
        page = signed_in(checker).get(reverse("desk:new_text", args=[article.pk]))

        form = page.context["form"]
        assert form["title"].value() == "Harbour to run on shore power"
        assert form["text"].value().startswith("Every ferry will plug in by 2029")

    def test_unchanged_it_is_refused_and_still_there(self, article, checker, signed_in):
        client = signed_in(checker)
        data = sent(client, article)

        response = post(client, article, data)

        assert response.status_code == 409
        assert "This is the text that stands there now, word for word." in response.text
        assert response.context["form"]["text"].value() == data["text"]

    def test_empty_it_is_refused(self, article, checker, signed_in):
        client = signed_in(checker)

        response = post(client, article, sent(client, article, text=" "))

        assert response.status_code == 422
        assert Version.objects.count() == 1

    def test_look_keeps_nothing_and_says_what_changes(self, article, claim, marked, checker,
                                                      signed_in):  # fmt: skip
        lost = marked("The air station on Quay 3 has measured since 2021")
        client = signed_in(checker)

        response = post(client, article, changed(client, article))

        look = response.context["comparison"]
        assert response.status_code == 200
        assert Version.objects.count() == 1
        assert (look.kept, [row.claim for row in look.lost]) == (1, [lost])
        assert (look.changes.come, look.changes.gone) == (1, 1)
        assert "Keep as version 2" in response.text
        assert "2021</del>" in response.text
        assert "2022</ins>" in response.text

    def test_kept_it_is_the_current_version(self, article, checker, signed_in):
        client = signed_in(checker)

        response = client.post(
            reverse("desk:new_text", args=[article.pk]),
            changed(client, article, keep="1"), follow=True,
        )  # fmt: skip

        article.refresh_from_db()
        assert article.current_version.number == 2
        assert NEW in article.current_version.text
        assert "Version 2 of the text is kept." in response.text

    def test_title_is_changed_in_its_own_field(self, article, checker, signed_in):
        client = signed_in(checker)

        post(client, article, sent(client, article, title="Shore power at last?", keep="1"))

        article.refresh_from_db()
        assert article.title == "Shore power at last?"
        assert article.current_version.text.startswith("Shore power at last?\n\nEvery ferry")

    def test_another_text_meanwhile_is_shown_and_nothing_is_lost(self, article, checker, anna,
                                                                 signed_in):  # fmt: skip
        client = signed_in(checker)
        mine = changed(client, article, keep="1")
        theirs = article.current_version.text.replace("Monday", "Tuesday")
        replace_text(article=article, reading=read_text(theirs), by=anna)

        response = post(client, article, mine)

        assert response.status_code == 409
        assert "Anna Adler brought in version 2 while you wrote." in response.text
        assert response.context["form"]["text"].value() == mine["text"]
        again = {**mine, "seen": response.context["form"]["seen"].value()}
        assert post(client, article, again).status_code == 302
        assert Article.objects.get().current_version.number == 3

    def test_text_of_another_article_is_offered_there(self, article, checker, signed_in):
        other, _ = keep(reading=read_text(story.TEXT, title=story.TITLE), by=checker)
        client = signed_in(checker)

        response = post(client, article, sent(client, article, title=story.TITLE, text=story.TEXT))

        assert response.status_code == 409
        assert "This text is here already" in response.text
        assert other.get_absolute_url() in response.text

    def test_file_is_read_and_shown_first(self, article, checker, signed_in):
        client = signed_in(checker)
        file = SimpleUploadedFile("next.txt", b"Harbour waits\n\nIt is calm. Nothing moves.\n")
        look = post(client, article, sent(client, article, title="", file=file))
        form = look.context["form"]
        assert form["text"].value() == "It is calm. Nothing moves."
        data = {name: form[name].value() for name in ("seen", "title", "text", "file_name")}

        post(client, article, {**data, "keep": "1"})

        version = Article.objects.get().current_version
        assert (version.origin, version.file_name) == ("file", "next.txt")
        assert version.text == "Harbour waits\n\nIt is calm. Nothing moves."

    @pytest.mark.parametrize(
        ("seen", "status"), [("", 422), ("x", 422), ("99999999999999999999", 409)]
    )
    def test_broken_form_keeps_nothing(self, article, checker, signed_in, seen, status):
        client = signed_in(checker)

        response = post(client, article, changed(client, article, seen=seen, keep="1"))

        assert response.status_code == status
        assert Version.objects.count() == 1

    def test_one_block_of_several_lines_stays_one(self, checker, signed_in):
        text = "A poem\n\nRoses are red,\nviolets blue."
        article, _ = keep(reading=read_text(text), by=checker)
        client = signed_in(checker)

        response = post(client, article, sent(client, article))

        assert "word for word" in response.text


class TestVersions:
    def test_doors(self, article, doors):
        for name, args in (("desk:versions", []), ("desk:version", [1])):
            doors.get(name, article.pk, *args, anonymous="login", stranger=404, reviewer=200)

    def test_list_names_each_with_who(self, article, anna, checker, signed_in, queries):
        theirs = article.current_version.text.replace(OLD, "for long now")
        replace_text(article=article, reading=read_text(theirs), by=checker)

        page = signed_in(anna).get(reverse("desk:versions", args=[article.pk]))

        assert [line.version.number for line in page.context["lines"]] == [2, 1]
        assert [line.more for line in page.context["lines"]] == [1, None]
        assert "Cleo Checker" in page.text

    def test_old_text_is_read_as_it_was(self, article, checker, signed_in):
        theirs = article.current_version.text.replace(OLD, NEW)
        replace_text(article=article, reading=read_text(theirs), by=checker)
        client = signed_in(checker)

        first = client.get(reverse("desk:version", args=[article.pk, 1]))
        second = client.get(reverse("desk:version", args=[article.pk, 2]))

        assert OLD in first.text
        assert "Version 2 stands now." in first.text
        assert "2021</del>" in second.text

    def test_version_that_never_was_is_not_found(self, article, checker, signed_in):
        page = signed_in(checker).get(reverse("desk:version", args=[article.pk, 7]))

        assert page.status_code == 404


def test_look_asks_the_same_for_one_claim_and_for_many(article, marked, queries):
    def asked():
        reading = read_text(article.current_version.text.replace(OLD, NEW))
        with queries(8):
            return compare(article, reading)

    marked("Every ferry will plug in by 2029")
    assert asked().kept == 1
    for words in ("The seven members meet today", "Every ferry", "by 2029", "meet today"):
        marked(words)
    assert asked().kept == 5
