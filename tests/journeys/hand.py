"""A person's hand at the desk's pages: what they press and type, with scripts or without."""

from urllib.parse import urlsplit


class Hand:
    """One signed-in person in one browser."""

    def __init__(self, page):
        self.page = page

    def sees(self, words):
        """Whether these words stand on the page."""
        return words in self.page.locator("body").inner_text()

    def press(self, name, *, within="main"):
        """Press a button by what it says, and wait for the page that it leads to."""
        button = self.page.locator(within).get_by_role("button", name=name).first
        with self.page.expect_response(lambda response: response.request.method == "POST"):
            button.click()
        self.page.wait_for_load_state("networkidle")

    def choose(self, name, value):
        """Choose one of several radio buttons."""
        self.page.locator(f'input[name="{name}"][value="{value}"]').check()

    def fill(self, **fields):
        """Type into fields by their names; `__` stands for a hyphen."""
        for name, value in fields.items():
            field = self.page.locator(f'[name="{name.replace("__", "-")}"]').first
            if not field.is_visible():
                self.page.locator("details", has=field).locator("summary").first.click()
            if field.evaluate("element => element.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)

    # the way of an article

    def brings_in(self, text, *, title="", rights="own"):
        """Paste a text; gives the article's key."""
        self.page.goto("/desk/bring-in/")
        self.fill(title=title, text=text)
        self.choose("rights", rights)
        self.press("See what was found")
        self.press("Keep it and split")
        self.page.wait_for_url("**/desk/articles/**")
        self.article = int(urlsplit(self.page.url).path.split("/")[3])
        return self.article

    def marks(self, words, *links, wording="", kind="fact"):
        """Mark words as a claim, written down as they stand; gives the claim's key.

        A link is (kind, name, words as written, cue).
        """
        self.page.goto(f"/desk/articles/{self.article}/claims/new/")
        self.fill(words=words, wording=wording, kind=kind)
        for number, (speaker_kind, name, written, cue) in enumerate(links):
            self.fill(
                **{
                    f"link__{number}__speaker_kind": speaker_kind,
                    f"link__{number}__speaker_name": name,
                    f"link__{number}__words": written,
                    f"link__{number}__cue": cue,
                }
            )
        self.press("Mark")
        assert "claim=" in self.page.url, self.page.locator("main").inner_text()
        self.claim = int(self.page.url.partition("claim=")[2].partition("#")[0])
        return self.claim

    def links(self):
        """The keys of the claim's links, innermost first, as its page names them."""
        self.page.goto(f"/desk/claims/{self.claim}/")
        ids = self.page.locator(".aspect[id^='attribution-']").evaluate_all(
            "all => all.map(e => e.id)"
        )
        return [int(name.partition("-")[2]) for name in ids]

    def exempts(self, words, reason):
        """Say that words are no claim."""
        self.page.goto(f"/desk/articles/{self.article}/exempt/")
        self.fill(words=words)
        self.choose("reason", reason)
        self.press("Exempt them")
        assert self.sees("These words are exempt."), self.page.locator("main").inner_text()

    def cites(self, question, *, stance="supports", primary=True, source="", new=None, **more):
        """Bring evidence on a question (its label); from the library by title, or described."""
        self.page.goto(f"/desk/claims/{self.claim}/evidence/new/")
        self.page.get_by_label(question, exact=True).check()
        self.choose("stance", stance)
        if primary:
            self.page.locator('input[name="primary"]').check()
        if source:
            self.page.locator("label", has_text=source).locator("input").first.check()
        else:
            self._describes(**(new or {}))
        self.fill(**more)
        self.press("Add this evidence")
        assert self.sees("The evidence is added."), self.page.locator("main").inner_text()

    def _describes(self, *, confidential=False, **fields):
        self.fill(**{f"new__{name}": value for name, value in fields.items()})
        if confidential:
            self.page.locator('[name="new-confidential"]').check()

    def finds(self, code, *, link=None, **fields):
        """Record a verdict on the content, or on the link of that key."""
        asked = f"aspect=attribution&link={link}" if link else "aspect=content"
        self.page.goto(f"/desk/claims/{self.claim}/verdict/?{asked}")
        self.choose("code", code)
        self.fill(**fields)
        self.press("Record the verdict")
        assert self.sees("The verdict is recorded."), self.page.locator("main").inner_text()

    def contacts(self, **fields):
        """Note down an attempt to reach a speaker, or why none was made."""
        self.page.goto(f"/desk/claims/{self.claim}/contact/")
        self.fill(**fields)
        self.press("Note it down")
        assert self.sees("The contact is noted."), self.page.locator("main").inner_text()

    def goes_on(self, *names):
        """Press the next steps that the claim's page offers, one after the other."""
        for name in names:
            self.page.goto(f"/desk/claims/{self.claim}/")
            self.press(name)

    def signs(self, claim):
        """Open a claim before a reviewer and approve it."""
        self.page.goto(f"/desk/claims/{claim}/review/")
        why = self.page.locator("#why-not")
        assert not why.count(), why.first.inner_text()
        self.press("Approve")
        assert self.sees("is approved."), self.page.locator("main").inner_text()

    def confirms(self, article):
        """Agree to everything that was left out."""
        self.page.goto(f"/desk/articles/{article}/review/")
        self.press("Confirm the ticked ones")

    def entitles(self, article, title):
        """Give an article a title for readers."""
        self.page.goto(f"/desk/articles/{article}/about/")
        self.fill(given_title=title)
        self.press("Save")

    def publishes(self, article):
        """Preview the report and let it out."""
        self.page.goto(f"/desk/articles/{article}/preview/")
        self.press("Publish edition 1", within="body")
        assert "/desk/editions/" in self.page.url, self.page.locator("body").inner_text()
