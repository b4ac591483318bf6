from django.db import migrations, models


class Migration(migrations.Migration):
    """A job that was killed is begun again, but not for ever."""

    dependencies = [
        ("factcheck", "0005_exemption_carried_over"),
    ]

    operations = [
        migrations.AddField(
            model_name="splitting",
            name="tries",
            field=models.PositiveSmallIntegerField(default=0),
        ),
    ]
