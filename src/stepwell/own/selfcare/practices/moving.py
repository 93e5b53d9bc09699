"""Shaking out, for too much and for too little."""

from django.utils.translation import gettext_lazy as _

from stepwell.own.selfcare.practice import Practice

PRACTICE = Practice(
    key="moving",
    group="room",
    minutes=2,
    title=_("Shake it out"),
    why=_("Movement gives a racing body somewhere to go, and wakes one that has gone flat."),
    note=_("Leave out whatever hurts. All of it can be done sitting."),
    steps=(
        _("Stand up if you can. Shake the hands, as if to get water off them."),
        _("Shake the arms. Let the shoulders go up and drop, a few times."),
        _("Lift one heel, then the other. A little bounce in the knees, if you like."),
        _("Rub the hands together until they are warm. Rub the arms and the thighs."),
        _("Stand still for a moment, eyes open. Notice what is different, or that nothing is."),
    ),
    fits=("over", "numb", "inside"),
)
