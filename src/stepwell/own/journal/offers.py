"""What the home page may suggest of this room. Each may be let go by, unremarked."""

from django.utils.translation import gettext_lazy as _

from stepwell.ground.ui.api import Offer

EVENING = frozenset({17, 18, 19, 20, 21, 22, 23, 0, 1})


def every() -> list[Offer]:
    return [
        Offer(
            key="journal.day",
            minutes=4,
            label=_("A page about the day"),
            words=_("A few words, or only what set it off and what helped. For you alone."),
            url_name="journal:write",
            landings=frozenset({1, 2, 3}),
            states=frozenset({"over", "inside"}),
            hours=EVENING,
        ),
        Offer(
            key="journal.good",
            minutes=2,
            label=_("Something that was good"),
            words=_("However small. One line is enough."),
            url_name="journal:gratitude",
            landings=frozenset({3, 4, 5}),
            states=frozenset({"inside"}),
        ),
        Offer(
            key="journal.self",
            minutes=6,
            label=_("A look at yourself"),
            words=_("Unhurried, unmarked, and for nobody else."),
            url_name="journal:reflection",
            landings=frozenset({2, 3, 4, 5}),
            states=frozenset({"inside"}),
        ),
    ]
