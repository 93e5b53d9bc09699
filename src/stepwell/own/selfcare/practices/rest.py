"""Rest that does not have to become sleep."""

from django.utils.translation import gettext_lazy as _

from stepwell.own.selfcare.practice import Practice

PRACTICE = Practice(
    key="rest",
    group="longer",
    minutes=10,
    title=_("Rest, with or without sleep"),
    why=_("Lying awake is tiring enough. Rest counts, even when sleep does not come."),
    note=_("If lying in the dark makes it worse, put on a light and sit up."),
    steps=(
        _("Put the phone out of reach after this page, or face down."),
        _("Write tomorrow's worry on paper, in one line. It can wait there."),
        _("Get warm: a blanket, socks, a hot drink without caffeine."),
        _("Let the bed or the chair carry one part after another: head, arms, back, legs."),
        _(
            "If you are still wide awake after a while, get up and do something dull in low light. "
            "Come back when you are tired."
        ),
    ),
    fits=("inside", "over"),
)
