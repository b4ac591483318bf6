"""Conditions on claims that the lists ask for in the database itself."""

from django.db.models import DateTimeField, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from factcheck.claims.models import Claim, Exemption, Link, Stage
from factcheck.people.models import User
from factcheck.review.models import Confirmation, Decision, Outcome, Round, Verb
from factcheck.verification.models import Evidence, Verdict


def by_due(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """Claims with their due time, or their article's, the most pressing first."""
    back = Decision.objects.filter(round__claim=OuterRef("pk"), verb=Verb.SEND_BACK)
    return claims.annotate(
        article_due=F("article__due_at"),
        pressing=Coalesce("due_at", "article__due_at", output_field=DateTimeField()),
        sent_back_because=Subquery(back.order_by("-pk").values("reason")[:1]),
    ).order_by(F("pressing").asc(nulls_last=True), "pk")


def returned_now() -> Exists:
    """Whether the last round of a claim ended with sending it back."""
    later = Round.objects.filter(claim=OuterRef("claim"), number__gt=OuterRef("number"))
    last = Round.objects.filter(claim=OuterRef("pk"), outcome=Outcome.SENT_BACK)
    return Exists(last.filter(~Exists(later)))


def not_by(user: User) -> Q:
    """Claims to which a person did not contribute: review's rule, asked of many rows at once."""
    current = Verdict.objects.filter(claim=OuterRef("pk")).current()
    rested_on = Evidence.objects.standing().filter(
        Q(added_by=user)
        | Q(changes__changed_by=user)
        | Q(source__added_by=user)
        | Q(source__changes__changed_by=user)
        | Q(source__confidential=False, capture__added_by=user),
        claim=OuterRef("pk"),
        bears__verdict__in=Verdict.objects.current(),
    )
    renamed = Link.objects.filter(
        claim=OuterRef("pk"), retired_at__isnull=True, speaker__renamed_by=user
    )
    return ~(
        Q(spanned_by=user)
        | Q(worded_by=user)
        | Q(kinded_by=user)
        | Q(chained_by=user)
        | Q(Exists(current.filter(found_by=user)))
        | Q(Exists(rested_on))
        | Q(Exists(renamed))
    )


def unconfirmed_exemptions() -> QuerySet[Exemption]:
    """Standing exemptions of current versions that no second person has confirmed."""
    confirmed = Confirmation.objects.filter(exemption=OuterRef("pk")).exclude(
        confirmed_by=OuterRef("exempted_by")
    )
    return Exemption.objects.filter(
        ~Exists(confirmed),
        lifted_at__isnull=True,
        version=F("version__article__current_version"),
    )


def unconfirmed_claims() -> QuerySet[Claim]:
    """Claims set aside after they were accepted, which no second person has confirmed since."""
    confirmed = Confirmation.objects.filter(
        claim=OuterRef("pk"), confirmed_at__gte=OuterRef("set_aside_at")
    ).exclude(confirmed_by=OuterRef("set_aside_by"))
    return Claim.objects.filter(
        ~Exists(confirmed), stage=Stage.SET_ASIDE, accepted_by__isnull=False
    )
