"""When the mind compares."""

from django.utils.translation import gettext_lazy as _

from stepwell.own.selfcare.practice import Practice

PRACTICE = Practice(
    key="comparing",
    group="own",
    minutes=4,
    title=_("When I compare myself"),
    why=_("After a breach of trust many people measure their body or their worth against somebody else."),
    note=_("Pictures of somebody else may come up. You need not look at them. Look at the room instead."),
    steps=(
        _("Notice the moment: now I am comparing. It is a thought, and it has come before."),
        _("Ask what it wants for you. Often it wants to be chosen, or never to be surprised again."),
        _("What the other person chose says little about your body. You may doubt that and still keep it."),
        _("Put a hand on something that is yours: a shoulder, a scar, a strong leg. What has it carried?"),
        _("Say one thing that nobody could compare. It may be very small."),
    ),
    fits=("inside",),
)
