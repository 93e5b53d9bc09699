from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UnderstandingConfig(AppConfig):
    name = "stepwell.own.understanding"
    label = "understanding"

    def ready(self) -> None:
        from stepwell.ground.privacy.api import register
        from stepwell.ground.ui.api import Row, add_row
        from stepwell.own.understanding.privacy import ROOM

        register(ROOM)
        add_row(
            Row(
                area="mine",
                label=_("What goes along"),
                words=_("With better days and with harder ones"),
                url_name="understanding:along",
                icon="look",
                order=20,
            )
        )
