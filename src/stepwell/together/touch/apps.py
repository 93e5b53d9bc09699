from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TouchConfig(AppConfig):
    name = "stepwell.together.touch"
    label = "touch"

    def ready(self) -> None:
        from stepwell.ground.privacy.api import register
        from stepwell.ground.spaces.api import on_leave, on_pause, on_ready
        from stepwell.ground.ui.api import RESTING, TWO, Row, add_row
        from stepwell.together.touch.gate import on_freed
        from stepwell.together.touch.leaving import somebody_leaves, space_opens, space_rests
        from stepwell.together.touch.privacy import ROOM
        from stepwell.together.touch.settling import settle

        register(ROOM)
        on_leave(somebody_leaves)
        on_pause(space_rests)
        on_ready(space_opens)
        on_freed(settle)
        add_row(
            Row(
                area="drawing-near",
                label=_("Touch, step by step"),
                words=_("Only what both said yes to, for this time"),
                url_name="touch:list",
                icon="users",
                order=57,
                states=frozenset({TWO, RESTING}),
            )
        )
