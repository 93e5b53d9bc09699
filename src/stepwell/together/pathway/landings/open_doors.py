from django.utils.translation import gettext_lazy as _

from stepwell.together.pathway.landings.landing import Landing

OPEN_DOORS = Landing(
    number=2,
    slug="open-doors",
    name=_("Open doors"),
    short=_("Plans told ahead. Promises small enough to keep."),
    purpose=(
        _("This landing is for finding out, day by day, whether words and deeds agree."),
        _(
            "Openness is given here. Both agree to it, it has limits, and either may end it. Watching "
            "somebody in secret is not openness. Having to hand over a phone is not openness either."
        ),
    ),
    alone=_(
        "On your own, this landing is about promises to yourself, and about finding out on whose words you "
        "can rely."
    ),
    helps=(
        _("Telling plans before anybody asks, and telling at once when they change."),
        _("Check-ins at times you both chose, short enough to last."),
        _("Promises so small that they can be kept this week."),
        _("One written agreement: what is open, for how long, and when you look at it again."),
        _("Saying it first when something was not kept."),
    ),
    wrong=(
        _("Promises are large, and made in a hard moment."),
        _("Openness turns into control: one reports, the other inspects."),
        _("A new lie about a small thing. It weighs more than the thing."),
        _("One waits to be thanked for what is only fair."),
        _("It goes well for a while, and somebody says that it ought to be enough by now."),
    ),
    holds=(
        _("What is said and what is done agree, most of the time, for a good while."),
        _("Plans are told without being asked for."),
        _("When something is not kept, the one who promised says so first."),
        _("Either may ask. Either may say: not today."),
        _("There is no new lie."),
    ),
    questions={
        "agree": _("As far as I can see, do words and deeds agree?"),
        "ask": _("May I ask, and do I get an answer?"),
        "own_choice": _("Is what I opened, or asked for, still my own choice?"),
        "pause": _("Can I leave a hard talk for a while, and come back to it?"),
        "own_wish": _("Is going further my own wish, and not only there to please or calm somebody?"),
    },
)
