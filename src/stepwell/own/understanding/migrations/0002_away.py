from django.db import migrations, models

import stepwell.ground.vault.ids


class Migration(migrations.Migration):
    dependencies = [("understanding", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Away",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=stepwell.ground.vault.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("circle_id", models.UUIDField()),
                ("epoch", models.PositiveIntegerField(default=0)),
                ("version", models.PositiveIntegerField(default=0)),
                ("sealed", models.BinaryField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("circle_id",), name="away_one_row")],
            },
        ),
    ]
