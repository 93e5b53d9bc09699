from django.utils.translation import gettext_lazy as _

from stepwell.together.pathway.landings.landing import Landing

DRAWING_NEAR = Landing(
    number=4,
    slug="drawing-near",
    name=_("Drawing near"),
    short=_("Only what both choose, for this time."),
    purpose=(
        _(
            "This landing is for nearness in the form that both of you want: a talk, an evening, a hand, "
            "touch."
        ),
        _("Nothing here has to lead to anything. A yes is for this time only, and a no needs no reason."),
    ),
    alone=_(
        "On your own, nearness begins with your own body: what feels good, what does not, and at which pace."
    ),
    helps=(
        _("Telling a little more of yourself than yesterday, and seeing how it is received."),
        _("Small affection that leads nowhere."),
        _("Asking before a touch, and stopping at the first doubt."),
        _("Saying what feels good to you, and what does not."),
        _("The pace of whoever needs to go more slowly."),
    ),
    wrong=(
        _("Nearness is owed, or is used to make things well again."),
        _("One yes is taken for every time."),
        _("A picture or a fear comes in the middle. You may stop, open your eyes, and look around the room."),
        _("Somebody compares, with another person or with before."),
        _("One goes along, and feels nothing."),
    ),
    holds=(
        _("Each of you can say no, and the evening is still a good one."),
        _("Being near is your own wish."),
        _("When one of you stops, the other stays kind."),
        _("You can speak about desire, also where it differs."),
    ),
    questions={
        "wish": _("Is being near my own wish?"),
        "no": _("Can I say no without fear?"),
        "take_no": _("Can I take a no, and stay kind?"),
        "here": _("Am I here while it happens, and not far away?"),
        "own_wish": _("Is going further my own wish, and not only there to please or calm somebody?"),
    },
)
