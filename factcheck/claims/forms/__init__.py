"""What is typed about claims: their words, chain, questions, and what becomes of them."""

from factcheck.claims.forms.asking import AnswerForm, CloseForm, QuestionForm
from factcheck.claims.forms.chain import ChainForm
from factcheck.claims.forms.marking import ClaimForm, ExemptForm, MarkForm, SpanForm
from factcheck.claims.forms.moving import (
    AssignForm,
    DisposeForm,
    NotThisOneForm,
    SetAsideForm,
    SpeakerForm,
)
from factcheck.claims.forms.placing import PlaceForm
from factcheck.claims.forms.reanchoring import MarkAgainForm
from factcheck.claims.forms.reshaping import AlsoForm, NeighbourForm, SplitForm
from factcheck.claims.forms.speaking import MergeForm

__all__ = [
    "AlsoForm",
    "AnswerForm",
    "AssignForm",
    "ChainForm",
    "ClaimForm",
    "CloseForm",
    "DisposeForm",
    "ExemptForm",
    "MarkAgainForm",
    "MarkForm",
    "MergeForm",
    "NeighbourForm",
    "NotThisOneForm",
    "PlaceForm",
    "QuestionForm",
    "SetAsideForm",
    "SpanForm",
    "SpeakerForm",
    "SplitForm",
]
