"""One's own pace, in everything that has to do with being touched."""

from django.utils.translation import gettext_lazy as _

from stepwell.own.selfcare.practice import Practice

PRACTICE = Practice(
    key="my-pace",
    group="own",
    minutes=5,
    title=_("My own pace"),
    why=_("Wanting, not wanting and not knowing are all answers. This is a way to hear your own."),
    note=_("There is no pace to reach. If somebody presses you, the help page names people to talk to."),
    steps=(
        _("Think of a closeness you have now, or none: sitting near, a hand, a hug, more."),
        _("Let your body answer before your head: a little yes, a little no, or quiet."),
        _("What would make it easier? Light, clothes, a word to stop, knowing that nothing follows."),
        _("What is not for now? It may stay so for as long as you like, without a reason."),
        _("Find the sentence that you could say. For example: not today, and thank you for asking."),
    ),
    fits=("inside",),
)
