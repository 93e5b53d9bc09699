from uuid import uuid4

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("checkins", "0001_initial")]

    operations = [
        migrations.AlterField(
            model_name="times",
            name="id",
            field=models.UUIDField(default=uuid4, editable=False, primary_key=True, serialize=False),
        ),
    ]
