"""Five, four, three, two, one."""

from django.utils.translation import gettext_lazy as _

from stepwell.own.selfcare.practice import Practice

PRACTICE = Practice(
    key="five-things",
    group="room",
    minutes=2,
    title=_("Five things"),
    why=_("Counting what is around you brings the mind back to this room, a little at a time."),
    steps=(
        _("things you can see"),
        _("things you can touch"),
        _("things you can hear"),
        _("things you can smell, or would like to"),
        _("slow look around, to the door and back"),
    ),
    senses=True,
)
