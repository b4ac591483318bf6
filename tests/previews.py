"""The page that shows what was found in a text, as a browser without scripts sends it back."""

from html.parser import HTMLParser

BRING_IN = "/desk/bring-in/"


class _Fields(HTMLParser):
    """Names and values of what a form sends."""

    def __init__(self):
        super().__init__()
        self.sent = {}
        self.inside = False
        self.area = self.select = None

    def handle_starttag(self, tag, attrs):
        has = dict(attrs)
        self.inside = self.inside or (tag == "form" and has.get("id") == "found")
        name = has.get("name")
        if not self.inside:
            return
        if tag == "textarea":
            self.area, self.sent[name] = name, ""
        elif tag == "select":
            self.select = name
        elif tag == "option" and (self.select not in self.sent or "selected" in has):
            self.sent[self.select] = has.get("value", "")
        elif tag == "input" and (has.get("type") != "radio" or "checked" in has):
            self.sent[name] = has.get("value", "")

    def handle_data(self, data):
        if self.area:
            self.sent[self.area] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.sent[self.area] = self.sent[self.area].removeprefix("\n")  # as HTML says
            self.area = None
        self.select = None if tag == "select" else self.select
        self.inside = self.inside and tag != "form"


def fields(page):
    """What the form on the page sends, with the line ends that browsers send."""
    reader = _Fields()
    reader.feed(page.content.decode())
    return {
        name: value.replace("\r\n", "\n").replace("\n", "\r\n")
        for name, value in reader.sent.items()
    }


def kept(client, sent, **changed):
    """Bring in a text and keep what was found, with these fields changed; gives the last answer."""
    found = client.post(BRING_IN, sent)
    return client.post(BRING_IN, {**fields(found), **changed, "keep": "1"}, follow=True)
