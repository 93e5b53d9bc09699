from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RecordConfig(AppConfig):
    name = "stepwell.ground.record"
    label = "record"

    def ready(self) -> None:
        from stepwell.ground.privacy.api import register
        from stepwell.ground.record.privacy import ROOM
        from stepwell.ground.ui.api import Row, add_row

        register(ROOM)
        add_row(
            Row(
                area="together",
                label=_("What was agreed, and when"),
                words=_("What was signed, to read and to take with you"),
                url_name="record:record",
                icon="key-round",
                order=45,
            )
        )
