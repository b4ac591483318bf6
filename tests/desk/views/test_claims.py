"""Words become a claim; a claim's words and chain are changed."""

import pytest
from django.urls import reverse

from factcheck.claims.actions import reword
from factcheck.claims.models import Claim
from factcheck.trail.models import Event

WORDS = "Every ferry will plug in by 2029"


def new(article):
    return reverse("desk:claim_new", args=[article.pk])


def at(article, words):
    start = article.current_version.text.index(words)
    return {"start": str(start), "end": str(start + len(words))}


def sent(article, selected=WORDS, **more):
    return {
        "version": str(article.current_version_id),
        **at(article, selected),
        "wording": "",
        "kind": "fact",
        **more,
    }


class TestClaimNew:
    def test_doors(self, article, doors):
        doors.get(
            "desk:claim_new",
            article.pk,
            anonymous="login",
            stranger=404,
            writer=403,
            reviewer=403,
            checker=200,
        )
        doors.post(
            "desk:claim_new",
            article.pk,
            data=sent(article),
            anonymous="login",
            stranger=404,
            writer=403,
            reviewer=403,
            checker=302,
        )

    def test_the_chosen_words_stand_in_their_passage(self, article, checker, signed_in):
        start = article.current_version.text.index(WORDS)

        response = signed_in(checker).get(new(article) + f"?start={start}&end={start + len(WORDS)}")

        assert f"<mark>{WORDS}</mark>" in response.content.decode()

    @pytest.mark.parametrize("query", ["?start=5&end=2", "?start=x&end=y", "?start=0&end=999999"])
    def test_an_address_that_names_no_words_shows_the_empty_form(
        self, article, checker, signed_in, query
    ):
        response = signed_in(checker).get(new(article) + query)

        assert response.status_code == 200
        assert "<mark>" not in response.content.decode()

    def test_fine(self, article, checker, signed_in):
        response = signed_in(checker).post(
            new(article),
            sent(
                article,
                kind="prediction",
                **{
                    "link-0-speaker_kind": "organisation",
                    "link-0-speaker_name": "Harbour commission",
                    "link-0-words": "the commission",
                    "link-0-cue": "said",
                    "link-0-quote_kind": "indirect",
                },
            ),
        )

        claim = Claim.objects.get()
        url = reverse("desk:workspace", args=[article.pk])
        assert response["Location"] == f"{url}?claim={claim.pk}#claim"
        assert claim.kind == "prediction"
        assert claim.anchors.get().quote == WORDS
        assert [link.speaker.name for link in claim.links.all()] == ["Harbour commission"]
        assert Event.objects.filter(subject=f"claim:{claim.pk}").exists()

    def test_without_a_script_the_words_are_written_down(self, article, checker, signed_in):
        response = signed_in(checker).post(
            new(article), sent(article, start="", end="", words="🌊 The seven members")
        )

        assert response.status_code == 302
        anchor = Claim.objects.get().anchors.get()
        assert anchor.quote == "🌊 The seven members"
        assert article.current_version.text[anchor.start : anchor.end] == anchor.quote

    @pytest.mark.parametrize(
        "wrong",
        [
            {"start": "0", "end": "999999"},
            {"start": "9", "end": "4"},
            {"start": "", "end": "", "words": "nowhere in this text"},
            {"start": "", "end": ""},
            {"kind": "nonsense"},
            {"wording": "x" * 301},
            {
                "link-0-speaker_kind": "person",
                "link-0-speaker_name": "Somebody",
                "link-0-cue": "never uttered",
                "link-0-quote_kind": "direct",
            },
        ],
    )
    def test_bad_input_keeps_what_was_typed(self, article, checker, signed_in, wrong):
        response = signed_in(checker).post(
            new(article), sent(article, **{"wording": "My own words", **wrong})
        )

        page = response.content.decode()
        assert response.status_code == 422
        assert wrong.get("wording", "My own words") in page
        assert not Claim.objects.exists()

    def test_the_same_words_twice_are_refused(self, article, checker, claim, signed_in):
        response = signed_in(checker).post(new(article), sent(article))

        assert response.status_code == 409
        assert Claim.objects.count() == 1


class TestClaimWords:
    def test_doors(self, claim, doors):
        doors.get(
            "desk:claim_words",
            claim.pk,
            anonymous="login",
            stranger=404,
            writer=403,
            reviewer=403,
            checker=200,
        )

    def test_fine(self, claim, checker, signed_in):
        response = signed_in(checker).post(
            reverse("desk:claim_words", args=[claim.pk]),
            {"wording": "Ferries plug in by 2029.", "kind": "number", "seen": claim.revision},
        )

        claim.refresh_from_db()
        assert response.status_code == 302
        assert claim.wording == "Ferries plug in by 2029."
        assert claim.kind == "number"

    def test_too_long_keeps_what_was_typed(self, claim, checker, signed_in):
        response = signed_in(checker).post(
            reverse("desk:claim_words", args=[claim.pk]),
            {"wording": "y" * 301, "kind": "fact", "seen": claim.revision},
        )

        assert response.status_code == 422
        assert "y" * 301 in response.content.decode()

    def test_a_stale_form_shows_theirs_beside_yours(self, claim, checker, anna, signed_in):
        url = reverse("desk:claim_words", args=[claim.pk])
        seen = claim.revision
        reword(claim=claim, by=anna, wording="Anna wrote this.", kind="fact", seen=seen)

        response = signed_in(checker).post(
            url, {"wording": "Cleo wrote this.", "kind": "fact", "seen": seen}
        )

        page = response.content.decode()
        assert response.status_code == 409
        assert "Anna Adler changed this while you wrote" in page
        assert "<ins>Anna</ins>" in page
        assert "<ins>Cleo</ins>" in page
        claim.refresh_from_db()
        assert claim.wording == "Anna wrote this."
        assert f'value="{claim.revision}"' in page

    def test_mine_can_be_saved_over_it(self, claim, checker, anna, signed_in):
        url = reverse("desk:claim_words", args=[claim.pk])
        reword(claim=claim, by=anna, wording="Anna wrote this.", kind="fact")
        claim.refresh_from_db()

        response = signed_in(checker).post(
            url, {"wording": "Cleo wrote this.", "kind": "fact", "seen": claim.revision}
        )

        claim.refresh_from_db()
        assert response.status_code == 302
        assert claim.wording == "Cleo wrote this."


class TestClaimChain:
    def test_doors(self, claim, doors):
        doors.get(
            "desk:claim_chain", claim.pk, anonymous="login", stranger=404, writer=403, checker=200
        )

    def test_the_form_shows_the_chain_as_it_stands(self, claim, checker, signed_in):
        response = signed_in(checker).get(reverse("desk:claim_chain", args=[claim.pk]))

        assert 'value="Harbour commission"' in response.content.decode()

    def test_fine(self, claim, checker, signed_in):
        link = claim.links.get()

        response = signed_in(checker).post(
            reverse("desk:claim_chain", args=[claim.pk]),
            {
                "seen": claim.revision,
                "link-0-pk": link.pk,
                "link-0-speaker_kind": "organisation",
                "link-0-speaker_name": "Harbour commission",
                "link-0-words": "the commission",
                "link-0-cue": "said",
                "link-0-quote_kind": "direct",
            },
        )

        assert response.status_code == 302
        kept = claim.links.get(retired_at=None)
        assert kept.pk == link.pk
        assert kept.quote_kind == "direct"


class TestAssign:
    def test_doors(self, claim, doors):
        doors.get(
            "desk:claim_assign", claim.pk, anonymous="login", stranger=404, writer=403, checker=200
        )

    def test_fine(self, claim, checker, anna, signed_in):
        response = signed_in(checker).post(
            reverse("desk:claim_assign", args=[claim.pk]), {"to": anna.pk, "due_at": ""}
        )

        claim.refresh_from_db()
        assert response.status_code == 302
        assert claim.assignee == anna

    def test_to_nobody(self, claim, checker, signed_in):
        response = signed_in(checker).post(
            reverse("desk:claim_assign", args=[claim.pk]), {"to": "", "due_at": ""}
        )

        claim.refresh_from_db()
        assert response.status_code == 302
        assert claim.assignee is None

    def test_to_somebody_unknown_is_refused(self, claim, checker, signed_in):
        response = signed_in(checker).post(
            reverse("desk:claim_assign", args=[claim.pk]), {"to": "999999"}
        )

        assert response.status_code == 422
