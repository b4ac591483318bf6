"""The forms of a page, as a browser without scripts would fill them in and send them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

WRITTEN = {"text", "search", "email", "password", ""}
DAYS = {"date": "2026-03-01", "datetime-local": "2026-03-01T12:00", "number": "1"}


@dataclass
class Sheet:
    """One form: where it goes, and its fields with the value they begin with and their sort."""

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    sorts: dict[str, str] = field(default_factory=dict)

    def with_words(self, words, url):
        """Filled in: these words wherever words may be written, else something that fits."""
        sent = {}
        for name, value in self.fields.items():
            sort = self.sorts[name]
            sent[name] = words if sort in WRITTEN else url if sort == "url" else value
            sent[name] = DAYS.get(sort, sent[name])
        return sent

    def with_everything(self, value):
        """Every field but the token has this value, the hidden ones too."""
        kept = {"csrfmiddlewaretoken"}
        return {name: now if name in kept else value for name, now in self.fields.items()}


class Sheets(HTMLParser):
    """Reads the forms of a page."""

    def __init__(self):
        super().__init__()
        self.found = []
        self.open = None
        self.select = None

    def handle_starttag(self, tag, attrs):
        has = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.open = Sheet(has.get("action", ""), has.get("method", "get").lower())
            self.found.append(self.open)
        if self.open is None:
            return
        name, sort = has.get("name", ""), has.get("type", "")
        if tag == "option" and self.select and (has.get("value") or not self.taken(self.select)):
            self.open.fields[self.select] = has.get("value", "")
        elif tag == "select" and name:
            self.select = name
            self.put(name, "", "select")
        elif tag == "textarea" and name:
            self.put(name, "", "text")
        elif (tag == "input" and name and sort != "file") or (tag == "button" and name):
            sort = "button" if tag == "button" else sort
            if sort in {"radio", "checkbox", "button"} and self.taken(name):
                return
            self.put(name, has.get("value", "on" if sort == "checkbox" else ""), sort)

    def handle_endtag(self, tag):
        if tag == "select":
            self.select = None
        if tag == "form":
            self.open = None

    def put(self, name, value, sort):
        self.open.fields[name], self.open.sorts[name] = value, sort

    def taken(self, name):
        return bool(self.open.fields.get(name))


def sheets(client, path):
    """The forms on the page at this path that change something, with the address they go to."""
    answer = client.get(path)
    if answer.status_code != 200 or not answer["Content-Type"].startswith("text/html"):
        return []
    reader = Sheets()
    reader.feed(answer.content.decode())
    posting = [sheet for sheet in reader.found if sheet.method == "post"]
    for sheet in posting:
        sheet.action = sheet.action or path
    return [sheet for sheet in posting if "/accounts/" not in sheet.action]
