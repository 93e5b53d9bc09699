"""A kind word to oneself."""

from django.utils.translation import gettext_lazy as _

from stepwell.own.selfcare.practice import Practice

PRACTICE = Practice(
    key="kind-word",
    group="longer",
    minutes=4,
    title=_("A kind word to yourself"),
    why=_("Many people speak to themselves as they never would to a friend. This is a way to notice it."),
    note=_("Kindness can feel false at first, or bring tears. Both are common. You may stop."),
    steps=(
        _("Put a hand where it feels good: on the arm, the chest, the cheek. Or leave this out."),
        _("Say what is so: this hurts, this is hard, I am ashamed, I am angry."),
        _("Others have felt this too. You are not the only one, even at this hour."),
        _("What would you say to a friend who stood where you stand? One sentence."),
        _("Say that sentence to yourself, in your own voice, as well as you can."),
    ),
    fits=("inside", "over"),
)
