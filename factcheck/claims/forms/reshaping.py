"""A claim is split, or two are made one: keys and places that a button sends."""

from django import forms


class SplitForm(forms.Form):
    """Where a claim is cut, in the version that was on the page."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput)
    at = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class NeighbourForm(forms.Form):
    """The neighbour with which a claim is made one, and how both stood on the page."""

    other = forms.IntegerField(widget=forms.HiddenInput)
    seen = forms.IntegerField(widget=forms.HiddenInput)
    seen_other = forms.IntegerField(widget=forms.HiddenInput)
