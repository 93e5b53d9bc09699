from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BetweenConfig(AppConfig):
    name = "stepwell.together.between"
    label = "between"

    def ready(self) -> None:
        from stepwell.ground.privacy.api import register
        from stepwell.ground.spaces.api import on_leave, on_pause
        from stepwell.ground.ui.api import RESTING, TWO, Row, add_row
        from stepwell.together.between.choosing import settle_now
        from stepwell.together.between.gate import on_freed
        from stepwell.together.between.leaving import somebody_leaves, space_rests
        from stepwell.together.between.privacy import ROOM

        register(ROOM)
        on_leave(somebody_leaves)
        on_pause(space_rests)
        on_freed(settle_now)
        for label, words, url_name, icon, order in (
            (_("What carries over"), _("From one’s day into the other’s"), "between:carries", "look", 60),
            (
                _("A month to read"),
                _("What both can read of it"),
                "between:month",
                "printer",
                62,
            ),
        ):
            add_row(Row("together", label, words, url_name, icon, order, states=frozenset({TWO, RESTING})))
