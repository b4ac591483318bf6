"""What the splitter suggests is seen, accepted and set aside on the desk's pages."""

import pytest
from django.urls import reverse

from factcheck.claims import tasks
from factcheck.claims.actions import accept, begin, propose, suggesting
from factcheck.claims.models import Claim, Splitting
from factcheck.claims.queries import deciding
from factcheck.desk.queries.workspace.suggestions import next_suggestion, splitting_progress
from tests import splits
from tests.factories.claims import WeighingFactory

FERRY = "Every ferry will plug in by 2029"
MONDAY = "the commission said on Monday"
BREATHE = "“We breathe this every day,”"
STATION = "The air station on Quay 3 has measured since 2021"


@pytest.fixture
def proposed(article, anna):
    """Four suggestions, two of them in one sentence."""
    text = article.current_version.text
    begin(article=article, by=anna)
    return propose(
        version=article.current_version,
        by=anna,
        split=splits.split(
            *(splits.suggestion(text, words) for words in (FERRY, MONDAY, BREATHE, STATION)),
            engine="plain",
            note="By rules alone: the language model is not installed.",
        ),
    )


def stages():
    return list(Claim.objects.order_by("number").values_list("stage", flat=True))


def at(claim):
    return f"{reverse('desk:workspace', args=[claim.article_id])}?claim={claim.pk}#claim"


class TestAccept:
    def test_doors(self, proposed, doors):
        doors.post(
            "desk:claim_accept",
            proposed[0].pk,
            anonymous="login",
            stranger=404,
            writer=403,
            reviewer=403,
            publisher=403,
            checker=302,
        )

    def test_fine(self, proposed, checker, signed_in):
        response = signed_in(checker).post(reverse("desk:claim_accept", args=[proposed[0].pk]))

        assert response["Location"] == at(proposed[1])
        assert stages() == ["open", "suggested", "suggested", "suggested"]

    def test_after_the_last_of_the_text_comes_the_first_that_is_left(
        self, proposed, checker, signed_in
    ):
        response = signed_in(checker).post(reverse("desk:claim_accept", args=[proposed[3].pk]))

        assert response["Location"] == at(proposed[0])

    def test_the_last_one_stays_chosen(self, proposed, checker, signed_in):
        for claim in proposed[1:]:
            accept(claim=claim, by=checker)

        response = signed_in(checker).post(reverse("desk:claim_accept", args=[proposed[0].pk]))

        assert response["Location"] == at(proposed[0])

    def test_twice_is_not_now(self, proposed, checker, signed_in):
        accept(claim=proposed[0], by=checker)

        response = signed_in(checker).post(reverse("desk:claim_accept", args=[proposed[0].pk]))

        assert response.status_code == 409

    def test_by_getting_it_nothing_happens(self, proposed, checker, signed_in):
        response = signed_in(checker).get(reverse("desk:claim_accept", args=[proposed[0].pk]))

        assert response.status_code == 405


class TestAcceptASentence:
    def test_doors(self, proposed, doors):
        doors.post(
            "desk:sentence_accept",
            proposed[0].pk,
            anonymous="login",
            stranger=404,
            writer=403,
            checker=302,
        )

    def test_fine(self, proposed, checker, signed_in):
        response = signed_in(checker).post(
            reverse("desk:sentence_accept", args=[proposed[1].pk]), follow=True
        )

        assert stages() == ["open", "open", "suggested", "suggested"]
        assert "2 claims are accepted." in response.content.decode()
        assert response.redirect_chain[0][0] == at(proposed[2])


class TestAcceptAll:
    def test_doors(self, proposed, doors):
        for ask in (doors.get, doors.post):
            ask(
                "desk:suggestions_accept",
                proposed[0].article_id,
                anonymous="login",
                stranger=404,
                writer=403,
                reviewer=403,
            )

    def test_they_are_shown_first(self, proposed, checker, signed_in):
        url = reverse("desk:suggestions_accept", args=[proposed[0].article_id])

        shown = signed_in(checker).get(url).content.decode()

        assert "4 claims would be accepted" in shown
        assert all(claim.wording in shown for claim in proposed)
        assert stages() == ["suggested"] * 4

    def test_fine(self, proposed, checker, signed_in):
        url = reverse("desk:suggestions_accept", args=[proposed[0].article_id])

        response = signed_in(checker).post(url, follow=True)

        assert stages() == ["open"] * 4
        assert "4 claims are accepted." in response.content.decode()

    def test_where_nothing_is_left_that_is_said(self, article, checker, signed_in):
        url = reverse("desk:suggestions_accept", args=[article.pk])
        door = signed_in(checker)

        assert "Nothing is suggested" in door.get(url).content.decode()
        answer = door.post(url, follow=True).content.decode()
        assert "Nothing was suggested here any more." in answer


class TestSetAside:
    def url(self, claim):
        return reverse("desk:claim_set_aside", args=[claim.pk])

    def test_a_reason_is_offered(self, proposed, checker, signed_in):
        shown = signed_in(checker).get(self.url(proposed[0])).content.decode()

        assert all(words in shown for words in ("Not a statement", "Wrong words"))

    @pytest.mark.parametrize(
        ("sent", "kept", "cause"),
        [
            ({"why": "no_statement"}, "Not a statement.", "no_statement"),
            ({"why": "", "because": "A joke."}, "A joke.", "editor"),
            ({"because": "A joke."}, "A joke.", "editor"),
            (
                {"why": "wrong_words", "because": "It begins later."},
                "Wrong words. It begins later.",
                "wrong_words",
            ),
        ],
    )
    def test_fine(self, proposed, checker, signed_in, sent, kept, cause):
        response = signed_in(checker).post(self.url(proposed[0]), sent)

        claim = Claim.objects.get(pk=proposed[0].pk)
        assert (claim.stage, claim.set_aside_because) == ("set_aside", kept)
        assert claim.set_aside_cause == cause
        assert response["Location"] == at(proposed[1])

    def test_without_any_reason_is_refused(self, proposed, checker, signed_in):
        response = signed_in(checker).post(self.url(proposed[0]), {"why": ""})

        assert response.status_code == 422
        assert stages()[0] == "suggested"

    def test_of_the_last_one_leads_to_the_text(self, proposed, checker, signed_in):
        for claim in proposed[1:]:
            accept(claim=claim, by=checker)

        response = signed_in(checker).post(self.url(proposed[0]), {"why": "wrong_words"})

        assert response["Location"] == proposed[0].article.get_absolute_url()


class TestSplit:
    def test_doors(self, article, doors):
        doors.post(
            "desk:article_split",
            article.pk,
            anonymous="login",
            stranger=404,
            reviewer=403,
            writer=302,
            checker=302,
        )

    def test_a_text_that_nobody_had_read_is_read(
        self, article, checker, signed_in, monkeypatch, django_capture_on_commit_callbacks
    ):
        monkeypatch.setattr(
            tasks, "split", lambda text, *_, **__: splits.split(splits.suggestion(text, FERRY))
        )

        with django_capture_on_commit_callbacks(execute=True):
            signed_in(checker).post(reverse("desk:article_split", args=[article.pk]))

        assert stages() == ["suggested"]

    def test_a_text_that_was_read_is_left_alone(self, proposed, checker, signed_in):
        signed_in(checker).post(reverse("desk:article_split", args=[proposed[0].article_id]))

        assert Splitting.objects.get().state == "done"


class TestSplitting:
    @pytest.fixture
    def waiting(self, article, anna, monkeypatch):
        monkeypatch.setattr(suggesting, "AT_ONCE", 0)
        begin(article=article, by=anna)
        return article

    @pytest.fixture
    def look(self, article, signed_in, htmx, checker):
        """What a page that is open gets when it asks again."""

        def ask(by=checker):
            url = reverse("desk:splitting", args=[article.pk])
            return signed_in(by).get(url, headers=htmx("splitting")).content.decode()

        return ask

    def test_doors(self, article, doors):
        doors.get("desk:splitting", article.pk, anonymous="login", stranger=404, reviewer=200)

    def test_a_text_that_waits_is_asked_after(self, waiting, look):
        shown = look()

        assert "waits to be read" in shown
        assert 'hx-trigger="every 1s"' in shown
        assert "Look again" in shown
        assert "<html" not in shown

    def test_how_far_it_is_read_is_told(self, waiting, look):
        suggesting.start_reading(version=waiting.current_version_id)
        suggesting.report_progress(version=waiting.current_version_id, words_read=20)

        assert f"20 of {waiting.current_version.words} words" in look()

    def test_when_it_is_done_nobody_asks_again(self, proposed, look):
        shown = look()

        assert "4 claims are suggested." in shown
        assert "By rules alone: the language model is not installed." in shown
        assert "hx-get" not in shown

    def test_who_may_not_accept_is_not_offered_it(self, proposed, look, reviewer):
        assert "Accept all" not in look(reviewer)

    def test_a_reading_that_failed_can_be_tried_again(self, waiting, look):
        suggesting.start_reading(version=waiting.current_version_id)
        suggesting.fail_reading(version=waiting.current_version_id, note="It went wrong.")

        shown = look()

        assert "It went wrong." in shown
        assert "Try again" in shown

    def test_whoever_may_not_have_it_read_is_not_asked(self, article, look, reviewer):
        shown = look(reviewer)

        assert "Nobody has had this text read" in shown
        assert "<form" not in shown

    def test_without_scripts_it_is_a_page(self, waiting, checker, signed_in):
        shown = signed_in(checker).get(reverse("desk:splitting", args=[waiting.pk]))

        assert "<h1>Read for claims</h1>" in shown.content.decode()


class TestOrder:
    """By what the suggestions are in order is said beside the ones to look at first."""

    @pytest.fixture
    def shown(self, proposed, checker, signed_in):
        url = reverse("desk:workspace", args=[proposed[0].article_id])
        return lambda: signed_in(checker).get(url).content.decode()

    def test_by_our_own_weights(self, shown):
        assert "Starting weights: 0 of 200 decisions until the desk can learn its own." in shown()

    def test_as_learned_when_the_text_was_read(self, shown, anna):
        Splitting.objects.update(weighing=WeighingFactory(set_by=anna))

        page = shown()

        assert "Ordered by what this desk accepted and set aside: 312 decisions" in page
        assert "Starting weights" not in page

    def test_where_there_is_no_order_nothing_is_said(self, shown, proposed, checker):
        for claim in proposed[1:]:
            accept(claim=claim, by=checker)

        assert "Starting weights" not in shown()

    def test_beside_a_claim_that_is_accepted_nothing_is_counted(
        self, proposed, checker, signed_in, monkeypatch
    ):
        claim = accept(claim=proposed[0], by=checker)
        monkeypatch.setattr(deciding, "decided_so_far", None)

        response = signed_in(checker).get(
            reverse("desk:workspace", args=[claim.article_id]), {"claim": claim.pk}
        )

        assert response.context["work"].order == ""


def test_once_everything_is_settled_nothing_is_said(proposed, article, checker):
    for claim in proposed:
        accept(claim=claim, by=checker)

    assert not splitting_progress(article, checker).is_shown


def test_how_far_of_no_words_is_nothing(article, checker):
    reading = splitting_progress(article, checker)

    assert (reading.per_cent, reading.engine) == (0, "")


def test_an_article_without_a_text_has_no_next_suggestion(proposed):
    proposed[0].article.current_version = None

    assert next_suggestion(proposed[0]) is None
