"""The workspace worked with keys and by hand: nothing is left, nothing jumps, nothing is lost."""

import re

import pytest
from django.urls import reverse

from factcheck.claims.models import Claim
from factcheck.people.actions import note_presence

pytestmark = [pytest.mark.looks, pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def work(article, claim, checker, open_page):
    """The workspace of the article with its claim chosen."""
    page = open_page(checker)
    page.goto(reverse("desk:workspace", args=[article.pk]) + f"?claim={claim.pk}")
    return page


def selected(page):
    return page.evaluate("() => getSelection().toString()")


def focused(page):
    return page.evaluate("() => document.activeElement.id || document.activeElement.tagName")


def anchored(claim):
    return Claim.objects.get(pk=claim.pk).anchors.get().quote


def test_words_are_marked_without_a_mouse(work, claim):
    work.keyboard.press("v")
    assert selected(work) == "Every"
    for _ in range(8):
        work.keyboard.press("ArrowRight")
    work.keyboard.press("Shift+ArrowRight")
    assert selected(work) == "commission said"
    assert "N marks" in work.inner_text("#hint")

    work.keyboard.press("n")
    work.wait_for_selector("#claim #chosen mark")
    work.click("#claim .pane__form button.button--main")
    work.wait_for_selector("#claim .no--large:text-is('2')")

    assert anchored(Claim.objects.get(number=2)) == "commission said"


def test_a_sentence_is_taken_up_from_a_list(work, claim):
    work.keyboard.press("n")
    work.click("#open-sentences a:has-text('The air station')")
    work.wait_for_selector("#claim #chosen mark:has-text('The air station')")

    work.click("#claim .pane__form button.button--main")

    work.wait_for_selector("#claim .no--large:text-is('2')")
    assert anchored(Claim.objects.get(number=2)).startswith("The air station on Quay 3")


def test_escape_leaves_the_words_and_then_nothing_is_selected(work):
    work.keyboard.press("v")
    work.keyboard.press("Shift+ArrowDown")
    assert selected(work).startswith("Every ferry")

    work.keyboard.press("Escape")

    assert selected(work) == ""
    assert not work.is_visible("#hint")


def test_u_takes_hatched_words_one_stretch_after_the_other(work, article):
    work.keyboard.press("u")
    first = selected(work)
    work.keyboard.press("u")

    assert first == article.current_version.title
    assert selected(work) not in {"", first}


def test_a_form_comes_into_the_pane_and_goes_with_escape(work, claim):
    work.keyboard.press("w")
    work.wait_for_selector("#claim .pane__form textarea")
    work.wait_for_function("() => document.activeElement.name === 'wording'")
    work.keyboard.press("Escape")

    work.wait_for_selector("#claim .pane__form textarea", state="detached")
    assert focused(work) == "b-claim_words"
    assert f"claim={claim.pk}" in work.url


def test_what_was_typed_waits_while_another_claim_is_looked_at(work, marked):
    marked("We breathe this every day")
    work.reload()
    work.keyboard.press("w")
    work.fill("#claim .pane__form textarea", "Half a sentence")
    work.click(".passage__margin a >> nth=-1")
    work.wait_for_selector("#claim .no--large:text-is('2')")
    work.keyboard.press("k")
    work.wait_for_selector("#claim .no--large:text-is('1')")

    work.keyboard.press("w")

    work.wait_for_selector("#claim .pane__form textarea")
    assert work.input_value("#claim .pane__form textarea") == "Half a sentence"


def test_a_wrong_form_stays_in_the_pane_and_a_right_one_changes_the_claim(work, claim):
    work.keyboard.press("x")
    work.wait_for_selector("#claim .pane__form form")
    work.evaluate("() => document.querySelector('.pane__form form').noValidate = true")
    work.fill("#claim .pane__form textarea", "")
    work.click("#claim .pane__form button.button--main")
    work.wait_for_selector("#claim .pane__form [aria-invalid=true]")

    work.fill("#claim .pane__form textarea", "Nobody says so.")
    work.click("#claim .pane__form button.button--main")

    work.wait_for_selector("#messages .message")
    assert Claim.objects.get(pk=claim.pk).stage == "set_aside"
    assert work.evaluate("() => !!document.querySelector('[data-article-text]')")


def test_a_change_by_somebody_else_comes_along_with_the_next_choice(
    work, article, marked, reviewer, anna
):
    marked("We breathe this every day")
    work.keyboard.press("w")
    work.wait_for_selector("#claim .pane__form textarea")
    work.fill("#claim .pane__form textarea", "The ferries will plug in by 2029.")
    work.click("#claim .pane__form button.button--main")

    work.wait_for_selector(".pane__wording")

    assert work.locator("#t2").count() == 1  # marked elsewhere after the page was opened
    assert focused(work) == "claim"


def test_the_end_of_a_claim_is_dragged_to_a_word_border(work, claim):
    handle = work.locator(".handle--end")
    target = work.evaluate("""() => {
      const at = desk.range(...desk.pieces("word").find(([start, end]) =>
        desk.range(start, end).toString() === "plug")).getBoundingClientRect();
      return [at.right - 2, at.top + at.height / 2];
    }""")
    box = handle.bounding_box()
    work.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    work.mouse.down()
    work.mouse.move(*target, steps=6)
    work.mouse.up()

    work.wait_for_selector("#claim .pane__quote bdi:text-is('Every ferry will plug')")
    assert anchored(claim) == "Every ferry will plug"


def test_the_beginning_of_a_claim_is_moved_with_the_arrow_keys(work, claim):
    work.focus(".handle--start")
    work.keyboard.press("ArrowRight")
    work.keyboard.press("ArrowRight")
    assert "Enter saves" in work.inner_text("#hint")
    work.keyboard.press("ArrowLeft")

    work.keyboard.press("Enter")

    work.wait_for_selector("#claim .pane__quote bdi:text-is('ferry will plug in by 2029')")
    assert anchored(claim) == "ferry will plug in by 2029"


def test_escape_on_a_handle_changes_nothing(work, claim):
    work.focus(".handle--end")
    work.keyboard.press("ArrowLeft")

    work.keyboard.press("Escape")

    assert anchored(claim) == "Every ferry will plug in by 2029"
    assert work.locator(".handle").count() == 2


def test_a_claim_that_was_changed_meanwhile_is_compared_and_not_overwritten(
    work, claim, checker, article
):
    Claim.objects.filter(pk=claim.pk).update(revision=9)
    work.focus(".handle--end")
    work.keyboard.press("ArrowLeft")

    work.keyboard.press("Enter")

    work.wait_for_selector("#claim .pane__form .sheet")
    assert anchored(claim) == "Every ferry will plug in by 2029"


def test_enter_takes_the_next_step_and_focus_stays_on_what_was_pressed(work, marked):
    marked("We breathe this every day")
    work.reload()
    work.focus("#to-after")
    work.keyboard.press("Enter")
    work.wait_for_selector("#claim .no--large:text-is('2')")
    assert focused(work) == "claim"  # there is no next claim any more

    work.keyboard.press("Enter")

    work.wait_for_selector("#claim .pane__form form")


def test_a_colleague_who_is_here_is_seen_with_the_next_choice(work, article, claim, reviewer):
    note_presence(by=reviewer, about=f"article:{article.pk}", at=f"claim:{claim.pk}")

    work.click(".passage__margin a")

    work.wait_for_selector(f"#presence:has-text('{reviewer.name} is on claim 1')")


def test_everything_is_there_without_a_script(article, claim, checker, open_page):
    page = open_page(checker, scripts=False)
    page.goto(reverse("desk:workspace", args=[article.pk]))

    page.click("#b-claim_words")
    page.fill("textarea", "The ferries will plug in by 2029.")
    page.click("form.form button.button--main")

    assert re.search(rf"/articles/{article.pk}/\?claim={claim.pk}", page.url)
    assert Claim.objects.get().wording == "The ferries will plug in by 2029."
