from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CalendarConfig(AppConfig):
    name = "stepwell.together.calendar"
    label = "calendar"

    def ready(self) -> None:
        from stepwell.ground.notices.api import add_to_feed, on_feed_end
        from stepwell.ground.privacy.api import register
        from stepwell.ground.spaces.api import on_leave, on_ready
        from stepwell.ground.ui.api import Row, add_offer, add_row, fill_slot
        from stepwell.own.understanding.api import add_source
        from stepwell.together.between.api import add_chapter
        from stepwell.together.calendar.feeding import forget
        from stepwell.together.calendar.ics.busy import events
        from stepwell.together.calendar.leaving import somebody_leaves
        from stepwell.together.calendar.offers import every
        from stepwell.together.calendar.privacy import ROOM
        from stepwell.together.calendar.reading_together import chapter
        from stepwell.together.calendar.resting import somebody_is_ready
        from stepwell.together.calendar.telling import source

        register(ROOM)
        on_leave(somebody_leaves)
        on_ready(somebody_is_ready)
        add_to_feed(events)
        on_feed_end(forget)
        add_chapter(chapter())
        add_source(source())
        add_row(
            Row(
                area="together",
                label=_("Calendar"),
                words=_("Plans you tell, and what you do again and again"),
                url_name="calendar:coming",
                icon="calendar",
                order=30,
            )
        )
        fill_slot("rituals", "calendar/_rituals.html")
        for offer in every():
            add_offer(offer)
