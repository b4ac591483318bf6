"""The house rules in force."""

from typing import Any

from django.db import models
from django.db.models import Func, Subquery, Value
from django.db.models.functions import Cast, Concat

from factcheck.core.digests import digest
from factcheck.policy.house_rules import Rules
from factcheck.policy.models import HouseRules, Label

SWITCHES = ("g1", "g2", "g3", "g4", "g5", "g6", "g9", "g12", "g14")


class _Listed(Func):
    """All rows of a query as one JSON list, each row being the list of these columns."""

    template = "json_group_array(json_array(%(expressions)s))"
    output_field = models.JSONField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """The same in PostgreSQL's words."""
        template = "jsonb_agg(jsonb_build_array(%(expressions)s))"
        return self.as_sql(compiler, connection, template=template, **context)


def house_rules() -> Rules:
    """The rules in force: the defaults where nobody has set any. One query."""
    renamed = Label.objects.order_by().annotate(each=_Listed("aspect", "code", "words"))
    row = HouseRules.objects.filter(pk=1).annotate(renamed=Subquery(renamed.values("each"))).first()
    if row is None:  # nobody renames a label without making the row
        return Rules()
    labels = {f"{aspect}:{code}": words for aspect, code, words in row.renamed or ()}
    return Rules(
        desk_name=row.desk_name,
        desk_url=row.desk_url,
        postal_address=row.postal_address,
        owner=row.owner,
        funding=row.funding,
        corrections_address=row.corrections_address,
        method=row.method,
        unnamed_sources=row.unnamed_sources,
        corrections_policy=row.corrections_policy,
        share=row.share,
        off=frozenset(name.upper() for name in SWITCHES if not getattr(row, name)),
        labels=labels,
    )


def stand() -> str:
    """A digest that changes whenever a rule or a label does. One query."""
    rules = HouseRules.objects.values_list(
        Value("rules"), Cast("revision", models.CharField(max_length=20))
    )
    labels = Label.objects.order_by().values_list(Concat("aspect", Value(":"), "code"), "words")
    rows = sorted(rules.order_by().union(labels, all=True))
    return digest([list(row) for row in rows])
