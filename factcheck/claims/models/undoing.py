"""The way back from what was just done."""

from django.db import models
from django.db.models import CheckConstraint, Q
from django.utils import timezone

from factcheck.claims.models.pairs import together
from factcheck.intake.models import Article
from factcheck.people.models import User


class UndoStep(models.Model):
    """One act on claims that can be taken back: its inverse, as data.

    `touched` names what the act changed and the revision it left, [["claim", 4, 7], …]: undo is
    refused once any of it stands elsewhere, so once somebody else touched it.
    """

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="steps")
    verb = models.CharField(max_length=40)
    sentence = models.CharField(max_length=200)  # what was done, for the button's toast
    inverse = models.JSONField()
    touched = models.JSONField(default=list)
    done_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField(default=timezone.now)
    undone_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            CheckConstraint(condition=~Q(verb=""), name="step_has_a_verb"),
            together("undone_by", "undone_at", "step_undone_by_and_at_together"),
        ]
        indexes = [models.Index(fields=["done_by", "article"], name="step_by_person")]

    def __str__(self) -> str:
        return self.sentence
