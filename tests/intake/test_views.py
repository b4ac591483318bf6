"""The list of articles, and what each of them is."""

import pytest
from django.urls import reverse

from factcheck.intake.actions import describe, keep
from factcheck.intake.readers import read_text
from factcheck.trail.models import Event

LIST = "/desk/articles/"


def about(article):
    return reverse("intake:article_describe", args=[article.pk])


def sent(article, **more):
    return {
        "seen": article.revision,
        "given_title": "",
        "publisher": "Weir Gazette",
        "original_url": "",
        "rights": "own",
        "writer": "",
        "due_at": "",
        **more,
    }


class TestArticles:
    def test_doors(self, article, doors):
        doors.get(
            "intake:articles",
            anonymous="login",
            stranger=404,
            writer=200,
            checker=200,
            reviewer=200,
            publisher=200,
            administrator=200,
        )

    def test_is_for_looking(self, doors):
        doors.post("intake:articles", checker=405)

    def test_fine(self, article, reviewer, signed_in):
        page = signed_in(reviewer).get(LIST).content.decode()

        assert "Mill bridge to close for a year" in page
        assert article.get_absolute_url() in page
        assert "Bring in an article" not in page

    @pytest.mark.parametrize("word", ["bridge", "GAZETTE", "farrow", "mill weir"])
    def test_words_of_title_publisher_or_byline_find_it(self, article, checker, signed_in, word):
        page = signed_in(checker).get(LIST, {"q": word}).content.decode()

        assert article.get_absolute_url() in page

    @pytest.mark.parametrize("word", ["tunnel", "100%", "<b>", "no\x00where"])
    def test_other_words_find_nothing(self, article, checker, signed_in, word):
        response = signed_in(checker).get(LIST, {"q": word})

        assert response.status_code == 200
        assert "No article has these words" in response.content.decode()
        assert "<b>" not in response.content.decode()

    def test_an_empty_desk_says_what_comes_here(self, checker, signed_in):
        assert "No article yet" in signed_in(checker).get(LIST).content.decode()

    def test_further_pages_go_on_where_the_first_ended(self, anna, signed_in):
        made = [keep(reading=read_text(f"Snow fell {n} times."), by=anna)[0] for n in range(51)]
        client = signed_in(anna)

        first = client.get(LIST).content.decode()
        second = client.get(LIST, {"before": made[1].pk}).content.decode()

        assert f"before={made[1].pk}" in first
        assert made[0].get_absolute_url() not in first
        assert made[0].get_absolute_url() in second
        assert "before=" not in second

    @pytest.mark.parametrize("before", ["x", "-1", "9" * 40])
    def test_an_odd_key_is_no_error(self, article, checker, signed_in, before):
        assert signed_in(checker).get(LIST, {"before": before}).status_code == 200

    def test_queries_do_not_grow(self, article, anna, signed_in, queries):
        client = signed_in(anna)
        for n in range(5):
            keep(reading=read_text(f"Snow fell {n} times."), by=anna, writer=anna)

        with queries(4):  # session, person, abilities, articles
            client.get(LIST)


class TestDescribe:
    def test_doors(self, article, doors):
        doors.get(
            "intake:article_describe",
            article.pk,
            anonymous="login",
            stranger=404,
            writer=403,
            reviewer=403,
            anna=200,
            checker=200,
            publisher=200,
        )
        doors.post(
            "intake:article_describe",
            article.pk,
            data=sent(article, given_title="The bridge closes"),
            anonymous="login",
            stranger=404,
            writer=403,
            reviewer=403,
            checker=302,
        )

    def test_of_nothing(self, doors):
        doors.get("intake:article_describe", 999_999, checker=404)

    def test_fine(self, article, checker, writer, signed_in):
        response = signed_in(checker).post(
            about(article),
            sent(
                article,
                given_title="The bridge closes",
                writer=writer.pk,
                due_at="2026-05-01T18:30",
                original_url="https://gazette.example/bridge",
            ),
            follow=True,
        )

        article.refresh_from_db()
        assert response.redirect_chain == [(article.get_absolute_url(), 302)]
        assert article.title == "The bridge closes"
        assert article.writer == writer
        assert article.due_at is not None
        assert article.revision == 2
        assert Event.objects.filter(verb="article.described", actor=checker).count() == 1

    @pytest.mark.parametrize(
        "wrong",
        [
            {"given_title": "t" * 201},
            {"publisher": "p" * 121},
            {"original_url": "javascript:alert(1)"},
            {"rights": "stolen"},
            {"writer": "999999"},
            {"due_at": "soon"},
        ],
    )
    def test_bad_input_keeps_what_was_typed(self, article, checker, signed_in, wrong):
        response = signed_in(checker).post(
            about(article), sent(article, **{"given_title": "My own title", **wrong})
        )

        article.refresh_from_db()
        assert response.status_code == 422
        assert wrong.get("given_title", "My own title") in response.content.decode()
        assert article.revision == 1

    def test_a_stale_form_shows_theirs_beside_yours(
        self, article, checker, anna, described, signed_in
    ):
        describe(article=article, by=anna, **described(given_title="Anna wrote this"))

        response = signed_in(checker).post(
            about(article), sent(article, given_title="Cleo wrote this", rights="third_party")
        )

        page = response.content.decode()
        article.refresh_from_db()
        assert response.status_code == 409
        assert "Anna Adler changed this while you wrote" in page
        assert "<ins>Anna</ins>" in page
        assert "<ins>Cleo</ins>" in page
        assert "Our own article" in page
        assert f'name="seen" value="{article.revision}"' in page
        assert article.given_title == "Anna wrote this"

    def test_a_writer_who_left_stays_the_writer(
        self, article, checker, writer, described, administrator, signed_in
    ):
        from factcheck.people.actions import deactivate

        article = describe(article=article, by=checker, **described(writer=writer))
        deactivate(person=writer, by=administrator)

        response = signed_in(checker).post(
            about(article), sent(article, writer=writer.pk, given_title="New")
        )

        article.refresh_from_db()
        assert response.status_code == 302
        assert article.writer == writer
