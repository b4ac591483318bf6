"""Every address of the site that can be asked for, with the keys of the rows that are there."""

import itertools
import re
from urllib.parse import urlencode

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from factcheck.claims.models import Claim, Exemption, Question, Speaker
from factcheck.intake.models import Article
from factcheck.people.models import User
from factcheck.publishing.models import Address, Edition
from factcheck.verification.models import Capture, Evidence, Source
from tests.architecture.test_addresses import addresses

KEPT = {  # what stands behind the number of an address
    "articles": Article,
    "claims": Claim,
    "exemptions": Exemption,
    "questions": Question,
    "speakers": Speaker,
    "sources": Source,
    "captures": Capture,
    "evidence": Evidence,
    "editions": Edition,
    "people": User,
}
PART = re.compile(r"<(?:\w+:)?(\w+)>")
FORM_TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"|"X-CSRFToken": "\w+"|\w{64}')


def paths():
    """The paths of the desk, the doors and the readers' side, filled with every row there is."""
    for _, pattern, _ in addresses():
        if pattern.startswith("admin/") or "(?P" in pattern or "^" in pattern:
            continue
        parts = PART.findall(pattern)
        for values in itertools.product(*(_values(name, pattern) for name in parts)):
            filled = iter(values)
            yield "/" + PART.sub(lambda _, filled=filled: str(next(filled)), pattern)


def _values(name, pattern):
    """Keys of the rows; of other parts something that could stand there."""
    if name == "pk":
        return list(KEPT[pattern.split("/")[1]].objects.values_list("pk", flat=True))
    if name == "slug":
        return list(Address.objects.values_list("slug", flat=True)) or ["none"]
    return [1, 2] if name == "number" else ["x"]


def admin_paths():
    """Every list of the admin, every row's page, and what else stands around one row of each."""
    yield from (reverse("admin:index"), reverse("admin:autocomplete"), "/admin/nowhere/")
    yield from (reverse("admin:password_change"), reverse("admin:app_list", args=["factcheck"]))
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        yield from (reverse(f"{name}_changelist"), reverse(f"{name}_add"))
        kind = ContentType.objects.get_for_model(model).pk
        keys = list(model._default_manager.order_by("pk").values_list("pk", flat=True))
        yield from (reverse(f"{name}_change", args=[key]) for key in keys)
        for key in keys[:1]:
            yield from (reverse(f"{name}_{page}", args=[key]) for page in ("history", "delete"))
            yield f"/admin/r/{kind}/{key}/"


def questions_of_claims():
    """The forms about one claim as they are opened from its page, on one link or the content."""
    for claim in Claim.objects.prefetch_related("links"):
        for page in ("evidence/new", "verdict"):
            yield f"/desk/claims/{claim.pk}/{page}/?aspect=content"
            for link in claim.links.all():
                yield f"/desk/claims/{claim.pk}/{page}/?aspect=attribution&link={link.pk}"
        yield f"/desk/articles/{claim.article_id}/?claim={claim.pk}"


def searches(word):
    """Every list that looks for words, looking for this one."""
    lists = ["/desk/", "/desk/articles/", "/desk/sources/", "/desk/speakers/", "/desk/editions/"]
    lists += [
        reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        for model in admin.site._registry
    ]
    for path in ["/", *lists]:
        yield f"{path}?{urlencode({'q': word})}"


def everything():
    """All of it but the searches."""
    yield from paths()
    yield from admin_paths()
    yield from questions_of_claims()


def said(response):
    """Everything an answer says: its status line, its headers, its body."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    headers = "\n".join(f"{name}: {value}" for name, value in response.headers.items())
    cookies = response.cookies.output()
    return f"{headers}\n{cookies}\n".encode() + body
