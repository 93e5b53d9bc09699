from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CheckinsConfig(AppConfig):
    name = "stepwell.together.checkins"
    label = "checkins"

    def ready(self) -> None:
        from stepwell.ground.notices.api import register_source
        from stepwell.ground.privacy.api import register
        from stepwell.ground.spaces.api import on_leave, on_pause, on_ready
        from stepwell.ground.ui.api import Area, add_area
        from stepwell.own.journal.api import add_words
        from stepwell.own.understanding.api import add_source
        from stepwell.together.between import api as between
        from stepwell.together.calendar.api import add_dates
        from stepwell.together.checkins import reading_together
        from stepwell.together.checkins.dating import dates
        from stepwell.together.checkins.leaving import somebody_leaves
        from stepwell.together.checkins.lending import lent
        from stepwell.together.checkins.privacy import ROOM
        from stepwell.together.checkins.resting import somebody_is_ready, space_rests
        from stepwell.together.checkins.rules import rules
        from stepwell.together.checkins.telling import source

        add_area(Area("together", _("Together"), "checkins:together", "together", 20))
        add_area(Area("back", _("Look back"), "checkins:weeks", "back", 40))
        register(ROOM)
        register_source(rules)
        add_dates(dates)
        add_source(source())
        between.add_source(reading_together.source())
        for chapter in reading_together.chapters():
            between.add_chapter(chapter)
        for kind, words in lent().items():
            add_words(kind, words)
        on_leave(somebody_leaves)
        on_pause(space_rests)
        on_ready(somebody_is_ready)
