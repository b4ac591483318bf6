"""What is typed when a piece is brought in or described."""

from factcheck.intake.forms.describing import DescribeForm
from factcheck.intake.forms.fields import DueField, PastedField, WriterField, read_upload
from factcheck.intake.forms.pasting import PasteForm
from factcheck.intake.forms.previewing import PreviewForm

__all__ = [
    "DescribeForm",
    "DueField",
    "PasteForm",
    "PastedField",
    "PreviewForm",
    "WriterField",
    "read_upload",
]
