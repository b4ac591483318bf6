"""What this desk demands before publication, and how it presents itself."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from factcheck.core.verdicts import QUESTIONS, Aspect
from factcheck.people.models import User


class HouseRules(models.Model):
    """The one row of rules this desk keeps: its name, its policies, what its gate demands.

    G7, G8, G10, G11 and G13 have no switch here: they cannot be switched off.
    """

    desk_name = models.CharField("name of the desk", max_length=80, blank=True)
    desk_url = models.URLField("address on the web", blank=True)
    postal_address = models.TextField("postal address", blank=True)
    owner = models.CharField("owner", max_length=200, blank=True)
    funding = models.TextField("who pays for the work", blank=True)
    corrections_address = models.EmailField("address for reported errors", blank=True)

    method = models.TextField("how we check", blank=True)
    unnamed_sources = models.TextField("policy on unnamed sources", blank=True)
    corrections_policy = models.TextField("policy on corrections", blank=True)

    share = models.PositiveSmallIntegerField(
        "share of another publisher's words shown to readers, in per cent",
        default=20,
        validators=[MaxValueValidator(100)],
    )

    g1 = models.BooleanField("G1: every sentence is accounted for", default=True)
    g2 = models.BooleanField("G2: every claim is approved or waived", default=True)
    g3 = models.BooleanField("G3: every attribution rests on evidence", default=True)
    g4 = models.BooleanField("G4: every finding on the content is borne out", default=True)
    g5 = models.BooleanField("G5: the other side stands beside hard verdicts", default=True)
    g6 = models.BooleanField("G6: all evidence can be found again", default=True)
    g9 = models.BooleanField("G9: whoever is found wrong was asked", default=True)
    g12 = models.BooleanField("G12: blocking questions are closed", default=True)
    g14 = models.BooleanField("G14: what was found wrong is not left standing", default=True)

    revision = models.PositiveIntegerField(default=1, editable=False)
    changed_by = models.ForeignKey(
        User, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    changed_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = "house rules"
        verbose_name_plural = "house rules"
        constraints = [
            CheckConstraint(condition=Q(pk=1), name="house_rules_are_one_row"),
            CheckConstraint(condition=Q(share__lte=100), name="house_rules_share_is_per_cent"),
            CheckConstraint(
                condition=Q(changed_by__isnull=True, changed_at__isnull=True)
                | Q(changed_by__isnull=False, changed_at__isnull=False),
                name="house_rules_changed_by_and_at_together",
            ),
        ]

    def __str__(self) -> str:
        return "House rules"


class Label(models.Model):
    """What this desk calls one verdict, where it differs from the product's word."""

    aspect = models.CharField(max_length=12, choices=QUESTIONS)
    code = models.CharField(max_length=24)
    words = models.CharField(max_length=40)

    class Meta:
        ordering = ["aspect", "code"]
        constraints = [
            UniqueConstraint(fields=["aspect", "code"], name="label_once_per_verdict"),
            CheckConstraint(condition=Q(aspect__in=list(Aspect)), name="label_aspect_known"),
            CheckConstraint(condition=~Q(words=""), name="label_has_words"),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.words}"
