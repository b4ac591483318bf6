from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("factcheck", "0004_ordered_fixes_and_kept_texts"),
    ]

    operations = [
        migrations.AddField(
            model_name="edition",
            name="signed",
            field=models.CharField(
                default="", max_length=120, verbose_name="published under the name"
            ),
            preserve_default=False,
        ),
    ]
