from django.utils.translation import gettext_lazy as _

from stepwell.together.pathway.landings.landing import Landing

BEING_HEARD = Landing(
    number=3,
    slug="being-heard",
    name=_("Being heard"),
    short=_("One speaks, one gives back. Either may pause."),
    purpose=(
        _(
            "This landing is for speaking about what happened and what it meant, one at a time, until each "
            "feels understood. Grief has its place here, and so has what lay beneath."
        ),
        _(
            "To understand how it could come about is not to excuse it. Whoever broke the trust answers for "
            "that."
        ),
    ),
    alone=_(
        "On your own, you may give your grief words, write down what you would say, and let somebody you "
        "trust hear it."
    ),
    helps=(
        _("One speaks. The other says back what they heard before they answer."),
        _("A time-out you both know: at least twenty minutes, and a time to come back."),
        _("“I feel”, about one occasion, and no judgement of the other’s character."),
        _("Room for grief. What was lost is mourned before something new begins."),
        _("Saying what one did without “if” and without “but”."),
    ),
    wrong=(
        _("Both speak, and nobody listens."),
        _("A time-out without a time to come back. It feels like being left."),
        _("Explaining too soon. To the other it sounds like an excuse."),
        _("Shame takes up the room, and the one who was hurt ends up comforting."),
        _("The same talk again and again, late at night."),
    ),
    holds=(
        _("Each can say what the other feels about it, and the other says: yes, that is it."),
        _("You can stop a talk, and you both come back to it."),
        _("There is one account of what happened that both of you can stand by."),
        _("Whoever broke the trust can hear the pain without turning away or hitting back."),
        _("After a quarrel one of you reaches out, and it helps."),
    ),
    questions={
        "understood": _("Do I feel understood in what matters most to me?"),
        "listen": _("Can I hear the other’s pain, and stay?"),
        "come_back": _("When we stop a talk, do we come back to it?"),
        "grief": _("Has my grief had some room?"),
        "own_wish": _("Is going further my own wish, and not only there to please or calm somebody?"),
    },
)
