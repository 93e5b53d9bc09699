from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PromisesConfig(AppConfig):
    name = "stepwell.together.promises"
    label = "promises"

    def ready(self) -> None:
        from stepwell.ground.people.api import Beginning, add_beginning
        from stepwell.ground.privacy.api import register
        from stepwell.ground.ui.api import Row, add_offer, add_row
        from stepwell.own.understanding.api import add_response, add_source
        from stepwell.together.between.api import add_chapter
        from stepwell.together.calendar.api import add_dates
        from stepwell.together.promises.dating import dates
        from stepwell.together.promises.offers import every
        from stepwell.together.promises.privacy import ROOM
        from stepwell.together.promises.reading_together import chapter
        from stepwell.together.promises.recording import tell_record
        from stepwell.together.promises.responding import response
        from stepwell.together.promises.telling import source

        add_source(source())
        add_response(response())
        register(ROOM)
        tell_record()
        add_dates(dates)
        add_chapter(chapter())
        add_row(
            Row(
                area="together",
                label=_("Promises"),
                words=_("Small, with a day, and what became of them"),
                url_name="promises:list",
                icon="clock",
                order=20,
            )
        )
        add_beginning(
            Beginning("promise", _("Begin a promise with it"), "promises:make", draft="promise", field="what")
        )
        for offer in every():
            add_offer(offer)
