from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MenuConfig(AppConfig):
    name = "stepwell.together.menu"
    label = "menu"

    def ready(self) -> None:
        from stepwell.ground.privacy.api import register
        from stepwell.ground.spaces.api import on_leave, on_pause, on_ready
        from stepwell.ground.ui.api import ALONE, RESTING, TWO, Row, add_row
        from stepwell.together.menu.asking import settle
        from stepwell.together.menu.gate import on_freed
        from stepwell.together.menu.leaving import somebody_leaves, space_opens, space_rests
        from stepwell.together.menu.privacy import ROOM

        register(ROOM)
        on_leave(somebody_leaves)
        on_pause(space_rests)
        on_ready(space_opens)
        on_freed(settle)
        for states, words in (
            ({TWO, RESTING}, _("A list of your own; what both welcome comes to light")),
            ({ALONE}, _("A list of your own")),
        ):
            add_row(
                Row(
                    area="drawing-near",
                    label=_("What I would welcome"),
                    words=words,
                    url_name="menu:list",
                    icon="look",
                    order=20,
                    states=frozenset(states),
                )
            )
