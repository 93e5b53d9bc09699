"""A long breath out, with the drawn well as its pace."""

from django.utils.translation import gettext_lazy as _

from stepwell.own.selfcare.practice import Practice

PRACTICE = Practice(
    key="out-breath",
    group="room",
    minutes=2,
    title=_("A long breath out"),
    why=_("When the breath out is longer than the breath in, many bodies slow down a little."),
    note=_(
        "For some people, watching the breath makes fear stronger. If it does for you, stop here and take "
        "one with the feet, the hands or the room."
    ),
    steps=(
        _("Stay as you are: standing, sitting or lying. Eyes open is fine."),
        _("Breathe in for about four, as much as comes easily."),
        _("Breathe out for about six, as if through a straw. Let the shoulders come down."),
        _("Three breaths are enough. You may do more."),
    ),
    fits=("over", "inside"),
    pacer=True,
)
