from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RepairConfig(AppConfig):
    name = "stepwell.together.repair"
    label = "repair"

    def ready(self) -> None:
        from stepwell.ground.privacy.api import register
        from stepwell.ground.record.api import add_kind
        from stepwell.ground.spaces.api import on_leave
        from stepwell.ground.ui.api import ALONE, RESTING, TWO, Offer, Row, add_offer, add_row, fill_slot
        from stepwell.own.understanding.api import add_response
        from stepwell.together.between.api import add_chapter
        from stepwell.together.repair.leaving import somebody_leaves
        from stepwell.together.repair.privacy import ROOM
        from stepwell.together.repair.reading_together import chapter
        from stepwell.together.repair.responding import every
        from stepwell.together.repair.telling import LINES

        register(ROOM)
        for response in every():
            add_response(response)
        on_leave(somebody_leaves)
        add_chapter(chapter())
        for kind, line in LINES.items():
            add_kind(kind, line)
        fill_slot("storm", "repair/_storm.html")
        for states, words in (
            (frozenset({TWO, RESTING}), _("Written in peace, for when it is loud")),
            (frozenset({ALONE}), _("Your signs, and what helps you")),
        ):
            add_row(
                Row("together", _("A plan for storms"), words, "repair:plan", "shield", 42, states=states)
            )
        add_offer(
            Offer(
                key="repair.write",
                minutes=5,
                label=_("Write down what helps you in a storm"),
                words=_("On a quiet day, for a loud one. Yours alone until you put it forward."),
                url_name="repair:mine",
                landings=frozenset({2, 3}),
                states=frozenset({"inside"}),
            )
        )
