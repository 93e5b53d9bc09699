from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JournalConfig(AppConfig):
    name = "stepwell.own.journal"
    label = "journal"

    def ready(self) -> None:
        from stepwell.ground.privacy.api import register
        from stepwell.ground.spaces.api import on_leave
        from stepwell.ground.ui.api import RESTING, TWO, Row, add_offer, add_row
        from stepwell.own.journal.leaving import somebody_leaves
        from stepwell.own.journal.offers import every
        from stepwell.own.journal.privacy import ROOM
        from stepwell.own.journal.telling import source
        from stepwell.own.understanding.api import add_source

        register(ROOM)
        on_leave(somebody_leaves)
        add_row(
            Row(
                area="mine",
                label=_("Your pages"),
                words=_("What happened, what it touched, what helped"),
                url_name="journal:list",
                icon="pencil",
                order=10,
            )
        )
        add_row(
            Row(
                area="together",
                label=_("From your pages"),
                words=_("Parts of a page that one of you chose to show"),
                url_name="journal:shown",
                icon="eye",
                order=60,
                states=frozenset({TWO, RESTING}),
            )
        )
        add_source(source())
        for offer in every():
            add_offer(offer)
