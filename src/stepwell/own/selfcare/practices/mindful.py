"""Three minutes of noticing."""

from django.utils.translation import gettext_lazy as _

from stepwell.own.selfcare.practice import Practice

PRACTICE = Practice(
    key="three-minutes",
    group="longer",
    minutes=3,
    title=_("Three minutes of noticing"),
    why=_("You look at what is there without having to change it. Some call this mindfulness."),
    note=_("If pictures or fear come up, stop and look around. Stopping is not failing."),
    steps=(
        _("Sit so that the back is held. Rest your eyes on one thing in front of you."),
        _("First minute: what is there? A thought, a feeling, a tight place. Give each one word."),
        _("Second minute: one thing only. A sound, the weight of your hands, or the breath if that is easy."),
        _("When the mind wanders, that is what minds do. Come back to the one thing."),
        _("Third minute: let it get wider. The whole body, the chair, the room."),
    ),
    fits=("inside",),
)
