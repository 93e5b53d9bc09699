"""Promises of one month, for the page that two read together."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepwell.ground.vault.api import Keyring
from stepwell.together.between.api import Chapter, Line, Month
from stepwell.together.promises.sentences import Teller
from stepwell.together.promises.story import Piece, story


def chapter() -> Chapter:
    return Chapter("promises", gettext_lazy("Promises, and what became of them"), 40, _lines)


def _lines(keyring: Keyring, month: Month) -> Iterator[Line]:
    """In the order of their days, whoever made them; told by name, so that both read the same."""
    couple = month.couple
    found: list[tuple[Piece, str]] = []
    for person, mine in ((keyring.person_id, True), (couple.partner_id, False)):
        name = month.name(person)
        told = story(
            keyring,
            couple,
            mine=mine,
            teller=Teller(name=name),
            first=month.first,
            last=month.last,
            said_here=True,
        )
        found += [(piece, name) for one in told for piece in one.pieces]
    for piece, name in sorted(found, key=lambda one: (one[0].starts, str(one[0].id))):
        # The first sentence says to whom it was said, as one of the two reads it.
        rest = [f"{one.words} {one.quoted}".strip() for one in piece.sentences[1:]]
        yield Line(_("{name}: “{what}”").format(name=name, what=piece.what), tuple(rest))
