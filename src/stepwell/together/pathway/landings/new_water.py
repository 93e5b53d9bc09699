from django.utils.translation import gettext_lazy as _

from stepwell.together.pathway.landings.landing import Landing

NEW_WATER = Landing(
    number=5,
    slug="new-water",
    name=_("New water"),
    short=_("What comes next, together or apart."),
    purpose=(
        _(
            "This landing is for what comes next: a life that you both choose, or two lives that part with "
            "dignity. Both are good ways to stand here."
        ),
        _(
            "Nobody is owed forgiveness. Some people find that it comes, some find that it does not, and "
            "both can live well."
        ),
    ),
    alone=_("On your own, new water is your own life: what matters to you now, and with whom you share it."),
    helps=(
        _("Telling each other what you hope for, without bargaining."),
        _("Rituals of your own: a walk, a meal, a day in the week."),
        _("Laughing together, when it comes by itself."),
        _("A plan for hard days, because they come back."),
        _("Where you part: plain words, fair arrangements, and time."),
    ),
    wrong=(
        _("The past is declared closed, and one of you is alone with it."),
        _("Somebody has to forgive so that the other feels better."),
        _("It goes well, and so nobody dares to speak of it any more."),
        _("A fresh start that is only another place."),
        _("Staying, or going, in order not to have a talk."),
    ),
    holds=(
        _("You chose freely, together or apart, and you know why."),
        _("A bad day does not take everything with it."),
        _("You can speak of what happened when it comes up, and go on with the day."),
        _("There is something you look forward to."),
    ),
    questions={
        "choice": _("Is this what I choose, and not only what I am afraid to leave?"),
        "spoken": _("May what happened still be spoken of?"),
        "hard_days": _("Do I know what to do on a hard day?"),
        "forward": _("Is there something I look forward to?"),
    },
)
