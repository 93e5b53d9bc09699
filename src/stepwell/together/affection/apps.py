from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AffectionConfig(AppConfig):
    name = "stepwell.together.affection"
    label = "affection"

    def ready(self) -> None:
        from stepwell.ground.privacy.api import register
        from stepwell.ground.spaces.api import on_leave
        from stepwell.ground.ui.api import Row, add_row
        from stepwell.together.affection.gate import on_freed
        from stepwell.together.affection.leaving import somebody_leaves
        from stepwell.together.affection.privacy import ROOM
        from stepwell.together.affection.welcoming import settle

        register(ROOM)
        on_leave(somebody_leaves)
        on_freed(settle)
        add_row(
            Row(
                area="drawing-near",
                label=_("Small signs of warmth"),
                words=_("A note, a shared meal, a hand; offered, never owed"),
                url_name="affection:page",
                icon="pencil",
                order=56,
            )
        )
