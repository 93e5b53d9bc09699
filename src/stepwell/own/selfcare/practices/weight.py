"""Where the weight of the body rests."""

from django.utils.translation import gettext_lazy as _

from stepwell.own.selfcare.practice import Practice

PRACTICE = Practice(
    key="weight",
    group="longer",
    minutes=3,
    title=_("Where the weight rests"),
    why=_("To feel what holds you is a plain way into the body, without looking for anything in it."),
    note=_("Eyes open, and a place that feels bad may be passed over. Stand up if you go far away."),
    steps=(
        _("Notice three places where something carries you: floor, chair, wall, table."),
        _("Lean a little to one side, then to the other. Where does the weight go?"),
        _("Let one arm lie on something. How heavy is it? It may stay tense."),
        _("Press once with the feet, and let it be. What changed, if anything?"),
    ),
    fits=("inside",),
)
