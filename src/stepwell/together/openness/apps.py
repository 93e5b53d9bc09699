from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OpennessConfig(AppConfig):
    name = "stepwell.together.openness"
    label = "openness"

    def ready(self) -> None:
        from stepwell.ground.privacy.api import register
        from stepwell.ground.spaces.api import on_leave, on_pause, on_ready
        from stepwell.ground.ui.api import Row, add_row
        from stepwell.own.understanding.api import add_source
        from stepwell.together.openness.gate import on_freed
        from stepwell.together.openness.leaving import somebody_leaves, space_opens, space_rests
        from stepwell.together.openness.privacy import ROOM
        from stepwell.together.openness.telling import source
        from stepwell.together.openness.visiting import settle

        register(ROOM)
        on_leave(somebody_leaves)
        on_pause(space_rests)
        on_ready(space_opens)
        on_freed(settle)
        add_source(source())
        add_row(
            Row(
                area="drawing-near",
                label=_("Telling a little more"),
                words=_("Topics from light to deep, each with its boundary"),
                url_name="openness:ladder",
                icon="user",
                order=54,
            )
        )
