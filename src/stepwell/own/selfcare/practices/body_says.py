"""How one's own body says yes, no, and not yet known."""

from django.utils.translation import gettext_lazy as _

from stepwell.own.selfcare.practice import Practice

PRACTICE = Practice(
    key="body-says",
    group="own",
    minutes=4,
    title=_("How my body answers"),
    why=_("A body often says yes or no before there are words. Small, harmless questions let you hear it."),
    note=_("If nothing answers, that is an answer for today. Stop if it gets too much or too far away."),
    steps=(
        _("Think of a drink that you like. What happens in your face, your chest, your hands?"),
        _("Think of one that you would leave standing. Where do you notice the no?"),
        _("Now one that is all the same to you. That quiet is worth knowing too."),
        _("Think of an ordinary thing of today: a call, a walk, sitting alone. Which of the three is it?"),
        _("You need not do what it says. You have heard it, and that is all for now."),
    ),
    fits=("inside",),
)
