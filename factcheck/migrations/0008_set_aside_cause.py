"""A column says why a claim was set aside; until now only its sentence did."""

from django.db import migrations, models

# how the sentence began in each case, as it was written until now
BEGINNINGS = (
    ("Not a statement.", "no_statement"),
    ("Says the same as another.", "said_twice"),
    ("Wrong words.", "wrong_words"),
    ("Merged into claim ", "merged"),
    ("These words do not stand in version ", "not_in_text"),
    ("These words are claim ", "words_taken"),
)
WHOLE = (("Cut from the text.", "cut"), ("Undone.", "undone"))


def cause_of(because):
    """The cause that a sentence tells of; an editor's own words are that."""
    for sentence, cause in WHOLE:
        if because == sentence:
            return cause
    for beginning, cause in BEGINNINGS:
        if because.startswith(beginning):
            return cause
    return "editor"


def fill(apps, schema_editor):
    """Fill the column, and the rows as they stood before acts that can be undone."""
    Claim = apps.get_model("factcheck", "Claim")
    set_aside = Claim.objects.filter(stage="set_aside")
    for because in set_aside.order_by().values_list("set_aside_because", flat=True).distinct():
        set_aside.filter(set_aside_because=because).update(set_aside_cause=cause_of(because))
    UndoStep = apps.get_model("factcheck", "UndoStep")
    for step in UndoStep.objects.order_by("pk").iterator():
        for claim in step.inverse.get("claims", []):
            stood_aside = claim["stage"] == "set_aside"
            because = claim["plain"]["set_aside_because"]
            claim["plain"]["set_aside_cause"] = cause_of(because) if stood_aside else ""
        step.save(update_fields=["inverse"])


class Migration(migrations.Migration):

    dependencies = [
        ("factcheck", "0007_what_weighs"),
    ]

    operations = [
        migrations.RenameModel("Step", "UndoStep"),
        migrations.AddField(
            model_name="claim",
            name="set_aside_cause",
            field=models.CharField(
                blank=True,
                choices=[
                    ("editor", "Another reason"),
                    ("no_statement", "Not a statement"),
                    ("said_twice", "Says the same as another"),
                    ("wrong_words", "Wrong words"),
                    ("merged", "Merged into another claim"),
                    ("not_in_text", "Its words are not in the new text"),
                    ("words_taken", "Its words are another claim"),
                    ("cut", "Cut from the text"),
                    ("undone", "Undone"),
                ],
                default="",
                max_length=12,
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    stage="set_aside",
                    set_aside_cause__in=[
                        "editor",
                        "no_statement",
                        "said_twice",
                        "wrong_words",
                        "merged",
                        "not_in_text",
                        "words_taken",
                        "cut",
                        "undone",
                    ],
                )
                | (~models.Q(stage="set_aside") & models.Q(set_aside_cause="")),
                name="claim_set_aside_has_a_known_cause",
            ),
        ),
    ]
