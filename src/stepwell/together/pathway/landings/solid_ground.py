from django.utils.translation import gettext_lazy as _

from stepwell.together.pathway.landings.landing import Landing

SOLID_GROUND = Landing(
    number=1,
    slug="solid-ground",
    name=_("Solid ground"),
    short=_("Safety, sleep, and words for what happened."),
    purpose=(
        _(
            "This landing is for when the ground has gone. It is about being safe, about sleep and food, "
            "and about having words for what happened."
        ),
        _(
            "Body and mind may act as they do after an accident: pictures that come back, nights without "
            "sleep, anger, or nothing at all. That is what a shock does. It says nothing about your worth."
        ),
    ),
    alone=_("All of this can be done on your own. Nobody else has to take part."),
    helps=(
        _("One person you can call who is neither of you."),
        _("Small care for the body: something to eat, water, a walk, lying down."),
        _("A few first limits, said aloud: what stops now, and who sleeps where."),
        _("A few plain words for what happened, without the details."),
        _(
            "Leaving big decisions for later, about staying or going, where they can wait. Where somebody "
            "is in danger, going does not have to wait."
        ),
    ),
    wrong=(
        _("The truth comes in pieces. Each new piece hurts like the first."),
        _("Questions and answers go on all night, and both are worn out."),
        _("The one who was hurt is asked for their share in it. Being lied to was not their doing."),
        _("Searching and checking fill the whole day."),
        _("Somebody is pressed to forgive, or to say that all is well."),
    ),
    holds=(
        _("You can say no, and nobody makes you pay for it."),
        _("There is somebody you can turn to."),
        _("What was hidden has stopped, or its limits have been said clearly."),
        _("What it did to the one who was hurt was said, and was given back in words that were right."),
        _("On most days you eat and sleep a little, and you know a way back when it gets too much."),
    ),
    questions={
        "say_no": _("Can I say no, and is it heard?"),
        "somebody": _("Is there somebody I can turn to?"),
        "stopped": _("As far as I know, has what was hidden stopped?"),
        "way_back": _("Do I know what helps me when it gets too much?"),
        "own_wish": _("Is going further my own wish, and not only there to please or calm somebody?"),
    },
)
