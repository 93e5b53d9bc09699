from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PathwayConfig(AppConfig):
    name = "stepwell.together.pathway"
    label = "pathway"

    def ready(self) -> None:
        from stepwell.ground.privacy.api import register
        from stepwell.ground.spaces.api import on_leave, on_pause
        from stepwell.ground.ui.api import Row, add_offer, add_row
        from stepwell.together.pathway.gate import on_freed
        from stepwell.together.pathway.leaving import somebody_leaves, space_rests
        from stepwell.together.pathway.offers import every
        from stepwell.together.pathway.privacy import ROOM
        from stepwell.together.pathway.ready import settle

        register(ROOM)
        on_leave(somebody_leaves)
        on_pause(space_rests)
        on_freed(settle)
        add_row(
            Row(
                area="together",
                label=_("The landings"),
                words=_("Where you are, in no fixed order"),
                url_name="pathway:landings",
                icon="mark",
                order=50,
            )
        )
        add_row(
            Row(
                area="together",
                label=_("Drawing near"),
                words=_("Only what both choose, and a no needs no reason"),
                url_name="pathway:drawing-near",
                icon="together",
                order=55,
            )
        )
        for offer in every():
            add_offer(offer)
