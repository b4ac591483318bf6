"""What an article is, as somebody says it."""

from datetime import datetime
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.timezone import localtime

from factcheck.intake.forms.fields import DueField, WriterField
from factcheck.intake.models import Article, Rights
from factcheck.people.models import User


class DescribeForm(forms.Form):
    """What an article is: title for readers, whose it is, writer, due time."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    given_title = forms.CharField(
        required=False,
        max_length=200,
        label="Title for readers",
        help_text="It heads the report and is no part of the text under check.",
    )
    rights = forms.ChoiceField(
        choices=Rights, label="Whose article is it?", widget=forms.RadioSelect
    )
    writer = WriterField(label="Written by")
    publisher = forms.CharField(required=False, max_length=120, label="Published by")
    original_url = forms.URLField(
        required=False, max_length=500, label="Where it stands on the web", assume_scheme="https"
    )
    due_at = DueField()

    def __init__(self, data: Any = None, *, article: Article) -> None:
        super().__init__(data, initial=self.shown(article))
        # a writer who has left since remains the writer
        writers = User.objects.filter(Q(is_active=True) | Q(pk=article.writer_id))
        self.fields["writer"].queryset = writers.order_by("name", "pk")  # type: ignore[attr-defined]

    @staticmethod
    def shown(article: Article) -> dict[str, Any]:
        """What the form begins with."""
        names = ("given_title", "rights", "writer", "publisher", "original_url", "due_at")
        return {"seen": article.revision, **{name: getattr(article, name) for name in names}}

    def said(self, values: dict[str, Any]) -> dict[str, str]:
        """Values of these fields as words, by the label of the field."""
        labels = {field.name: str(field.label) for field in self.visible_fields()}
        return {label: self._in_words(name, values.get(name)) for name, label in labels.items()}

    def _in_words(self, name: str, value: Any) -> str:
        if value in {None, ""}:
            return ""
        if name == "rights":
            return str(Rights(value).label)
        if isinstance(value, datetime):
            return f"{localtime(value):%d %B %Y, %H:%M}"
        return str(value)
