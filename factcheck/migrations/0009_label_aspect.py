"""A label names its aspect like a verdict does."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("factcheck", "0008_set_aside_cause")]

    operations = [
        migrations.RemoveConstraint(model_name="label", name="label_once_per_verdict"),
        migrations.RemoveConstraint(model_name="label", name="label_family_known"),
        migrations.RenameField(model_name="label", old_name="family", new_name="aspect"),
        migrations.AlterModelOptions(name="label", options={"ordering": ["aspect", "code"]}),
        migrations.AddConstraint(
            model_name="label",
            constraint=models.UniqueConstraint(
                fields=("aspect", "code"), name="label_once_per_verdict"
            ),
        ),
        migrations.AddConstraint(
            model_name="label",
            constraint=models.CheckConstraint(
                condition=models.Q(("aspect__in", ["attribution", "content"])),
                name="label_aspect_known",
            ),
        ),
    ]
