"""What feels nourishing, with nobody to please."""

from django.utils.translation import gettext_lazy as _

from stepwell.own.selfcare.practice import Practice

PRACTICE = Practice(
    key="what-is-good",
    group="own",
    minutes=5,
    title=_("What feels good to me"),
    why=_("Confidence in one's own body can begin with small things that have nobody to please."),
    note=_("Nothing here leads anywhere. If it stirs up more than is good now, take one with the room."),
    steps=(
        _("Think of a warmth, a texture, a smell or a sound that your body likes. Small is fine."),
        _("Is there something near that comes close? Water on the hands, a soft sleeve, sun through glass."),
        _("Stay with it for a minute. Notice yes, no, or neither."),
        _("What has your body liked in its life, all for itself? Dancing, swimming, sleeping late."),
        _("One of these you may put into this week, for nobody but you."),
    ),
    fits=("inside",),
)
