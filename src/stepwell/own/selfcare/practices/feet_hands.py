"""Pressure in feet and hands."""

from django.utils.translation import gettext_lazy as _

from stepwell.own.selfcare.practice import Practice

PRACTICE = Practice(
    key="feet-and-hands",
    group="room",
    minutes=2,
    title=_("Feet and hands"),
    why=_("Pressing against something solid tells the body that the ground holds. Nobody sees you do it."),
    steps=(
        _("Push both feet into the floor. Feel the floor push back. Let go a little."),
        _("Again, heels first, then toes."),
        _("Press the palms together in front of you, or push them against a wall or a table."),
        _("Hold for as long as it takes to look at three things. Let go slowly."),
        _("Hold one hand with the other. Notice which is warmer."),
    ),
)
