from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SafetyConfig(AppConfig):
    name = "stepwell.own.safety"
    label = "safety"

    def ready(self) -> None:
        from stepwell.ground.privacy.api import register
        from stepwell.ground.ui.api import Offer, add_offer, fill_slot, keep_offline
        from stepwell.own.safety.page_of_numbers import page_for_anyone
        from stepwell.own.safety.privacy import ROOM

        register(ROOM)
        keep_offline("/help/", page_for_anyone)
        fill_slot("counts", "safety/_counts.html")
        # By lot like any other, whatever was answered and when: it tells nobody that answers have run out.
        add_offer(
            Offer(
                key="safety.questions",
                minutes=3,
                label=_("A few questions for you alone"),
                words=_("Private. They come again from time to time."),
                url_name="safety:questions",
                states=frozenset({"inside"}),
                hours=frozenset(range(7, 22)),
            )
        )
        add_offer(
            Offer(
                key="safety.plan",
                minutes=10,
                label=_("Write a plan for hard moments"),
                words=_("Only for you. One line is enough."),
                url_name="safety:plan",
                landings=frozenset({1}),
                states=frozenset({"inside"}),
            )
        )
        add_offer(
            Offer(
                key="safety.device",
                minutes=5,
                label=_("Look at what your phone shows others"),
                words=_("You may stop half-way."),
                url_name="safety:device",
                landings=frozenset({1, 2}),
                states=frozenset({"inside"}),
            )
        )
