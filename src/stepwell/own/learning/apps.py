from django.apps import AppConfig


class LearningConfig(AppConfig):
    name = "stepwell.own.learning"
    label = "learning"

    def ready(self) -> None:
        from django.core.checks import register

        from stepwell.ground.ui.api import add_offer, fill_slot
        from stepwell.own.learning.checks import broken_articles
        from stepwell.own.learning.search import index
        from stepwell.own.learning.shelf import FALLBACK
        from stepwell.own.learning.suggestions import offers

        register(broken_articles)
        fill_slot("pace", "learning/_pace.html")
        for offer in offers():
            add_offer(offer)
        # Now, so that the first to look for something waits no longer than the next.
        index(FALLBACK)
