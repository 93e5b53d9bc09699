from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AgreementsConfig(AppConfig):
    name = "stepwell.together.agreements"
    label = "agreements"

    def ready(self) -> None:
        from stepwell.ground.privacy.api import register
        from stepwell.ground.record.api import add_kind
        from stepwell.ground.spaces.api import on_leave
        from stepwell.ground.ui.api import ALONE, RESTING, TWO, Offer, Row, add_offer, add_row
        from stepwell.together.agreements.dates import days_of_agreements
        from stepwell.together.agreements.leaving import somebody_leaves
        from stepwell.together.agreements.privacy import ROOM
        from stepwell.together.agreements.reading_together import chapter
        from stepwell.together.agreements.telling import LINES
        from stepwell.together.between.api import add_chapter
        from stepwell.together.calendar.api import add_dates

        register(ROOM)
        add_dates(days_of_agreements)
        add_chapter(chapter())
        on_leave(somebody_leaves)
        for kind, line in LINES.items():
            add_kind(kind, line)
        for states, words in (
            (frozenset({TWO, RESTING}), _("In force once both have signed")),
            (frozenset({ALONE}), _("What you would put into words, for yourself")),
        ):
            add_row(Row("together", _("Agreements"), words, "agreements:list", "pencil", 10, states=states))
        add_offer(
            Offer(
                key="agreements.begin",
                minutes=10,
                label=_("Put one small thing into words"),
                words=_("A draft is yours alone until you show it."),
                url_name="agreements:kinds",
                landings=frozenset({2}),
                states=frozenset({"inside"}),
                hours=frozenset(range(7, 22)),
            )
        )
