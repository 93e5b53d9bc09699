from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PaceConfig(AppConfig):
    name = "stepwell.own.pace"
    label = "pace"

    def ready(self) -> None:
        from stepwell.ground.privacy.api import register
        from stepwell.ground.spaces.api import on_leave
        from stepwell.ground.ui.api import RESTING, TWO, Row, add_row
        from stepwell.own.pace.leaving import somebody_leaves
        from stepwell.own.pace.privacy import ROOM

        register(ROOM)
        on_leave(somebody_leaves)
        add_row(
            Row(
                area="mine",
                label=_("My own pace"),
                words=_("What safe means now, what I like, what I do not want at present"),
                url_name="pace:leaves",
                icon="pencil",
                order=20,
            )
        )
        add_row(
            Row(
                area="together",
                label=_("From one’s own pace"),
                words=_("A line that one of you chose to show"),
                url_name="pace:shown",
                icon="eye",
                order=61,
                states=frozenset({TWO, RESTING}),
            )
        )
