"""A short walk."""

from django.utils.translation import gettext_lazy as _

from stepwell.own.selfcare.practice import Practice

PRACTICE = Practice(
    key="walking",
    group="room",
    minutes=10,
    title=_("A short walk"),
    why=_("Walking settles a body that is too full, and wakes one that is too quiet. A corridor will do."),
    steps=(
        _("Tell somebody that you go for ten minutes, if there is somebody to tell. No reason is needed."),
        _("Walk as fast as your body wants at first. Let the arms swing."),
        _("Feel each foot come down: left, right."),
        _("Let the eyes go far: roofs, trees, the end of the corridor."),
        _("Turn round when you have had enough. The way back may be slower."),
    ),
)
