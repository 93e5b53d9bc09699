"""Looking around, to let the body see where it is."""

from django.utils.translation import gettext_lazy as _

from stepwell.own.selfcare.practice import Practice

PRACTICE = Practice(
    key="looking-around",
    group="room",
    minutes=2,
    title=_("Look around the room"),
    why=_("It lets your body see where it is now. It can help when you feel far away, and when on edge."),
    steps=(
        _("Turn your head slowly to one side, as far as is easy. Let the eyes follow."),
        _("Find the door. Find a window, or the place where the light comes from."),
        _("Turn to the other side. Look for three things of one colour."),
        _("Look at something far off, then at something near."),
        _("Say to yourself where you are and which day it is. Aloud is good, if you are alone."),
    ),
)
