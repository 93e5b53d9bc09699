"""The body, part by part, without having to like it."""

from django.utils.translation import gettext_lazy as _

from stepwell.own.selfcare.practice import Practice

PRACTICE = Practice(
    key="body",
    group="longer",
    minutes=5,
    title=_("Through the body"),
    why=_("It lets you find out what your body is doing, so that it need not shout."),
    note=_("A place that feels bad may be passed over. If you go far away, stop, stand up and look around."),
    steps=(
        _("Eyes open, looking at nothing much. Begin with the feet: warm, cold, tight, nothing?"),
        _("Legs and seat. Where does something hold you up?"),
        _("Belly and back. Only notice. Nothing has to let go."),
        _("Hands, arms, shoulders. If they want to move, let them."),
        _("Jaw, eyes, forehead. Then one place that feels all right, or neutral. Stay there a while."),
    ),
    fits=("inside",),
)
