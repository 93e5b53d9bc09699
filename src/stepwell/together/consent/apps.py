from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConsentConfig(AppConfig):
    name = "stepwell.together.consent"
    label = "consent"

    def ready(self) -> None:
        from stepwell.ground.people.api import Beginning, add_beginning
        from stepwell.ground.privacy.api import register
        from stepwell.ground.spaces.api import on_leave, on_pause, on_ready
        from stepwell.ground.ui.api import RESTING, TWO, Row, add_row
        from stepwell.together.consent.asking import settle
        from stepwell.together.consent.gate import on_freed
        from stepwell.together.consent.leaving import somebody_leaves, space_opens, space_rests
        from stepwell.together.consent.privacy import ROOM
        from stepwell.together.consent.terms import one_line

        register(ROOM)
        on_leave(somebody_leaves)
        on_pause(space_rests)
        on_ready(space_opens)
        on_freed(settle)
        add_beginning(
            Beginning(
                "this-time",
                _("Ask for this time"),
                "consent:ask",
                draft="consent-ask",
                field="what",
                fit=one_line,
            )
        )
        add_row(
            Row(
                area="drawing-near",
                label=_("For this time"),
                words=_("Something small, asked and answered for a few hours"),
                url_name="consent:page",
                icon="clock",
                order=58,
                states=frozenset({TWO, RESTING}),
            )
        )
