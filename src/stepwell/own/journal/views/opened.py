"""What the pages of this room share: which entry, and how a refusal is answered."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext_lazy

from stepwell.ground.people.api import PersonRequest
from stepwell.ground.spaces.api import Couple
from stepwell.ground.ui.api import Gone, typed_as
from stepwell.ground.ui.api import gone as given_back
from stepwell.ground.vault.api import Keyring, read
from stepwell.own.journal import own, showing, writing
from stepwell.own.journal.content import CHIPS, EntryV1, SharedV1, Sort
from stepwell.own.journal.models import Entry

AREA = "mine"
FARTHEST = 1_000_000
CONFLICT = 409
UNPROCESSABLE = 422
TOO_MANY = 429
GONE = Gone(
    heading=gettext_lazy("There is no such page"),
    said=gettext_lazy("It may have been deleted in another place while you wrote. Nothing was changed."),
    url_name="journal:list",
    way=gettext_lazy("Your pages"),
    area=AREA,
)
PATHS: dict[Sort, str] = {
    "day": "journal:write",
    "gratitude": "journal:gratitude",
    "reflection": "journal:reflection",
}


def mine(request: PersonRequest, entry: UUID) -> tuple[Entry, EntryV1]:
    try:
        return writing.mine(request.keyring, entry)
    except Entry.DoesNotExist:
        raise Http404 from None


@dataclass(frozen=True)
class ShownHere:
    """What the other reads of an entry in the space of two as it is now."""

    day: date
    copy: SharedV1

    def stands(self, row: Entry, kept: EntryV1) -> bool:
        return showing.stands(row, kept, self.day, self.copy)


def shown_here(keyring: Keyring, row: Entry, couple: Couple | None) -> ShownHere | None:
    """None where nothing of it is shown there."""
    copies = showing.COPIES.of(keyring, row.id).filter(circle_id=couple.circle) if couple else ()
    return next((ShownHere(copy.day, read(keyring, copy)) for copy in copies), None)


def known_words(keyring: Keyring) -> dict[str, tuple[str, ...]]:
    habits = own.habits(keyring)
    return {kind: own.known_words(keyring, kind, habits) for kind in CHIPS}


def draft_of(entry: UUID) -> str:
    """A half-written change keeps the revision it began from: nothing is overwritten unseen."""
    return f"journal-{entry}"


def open_couple(couple: Couple | None) -> Couple | None:
    """The two of us, where that may be spoken of now: a space that rests draws no seat for the other."""
    return couple if couple is not None and not couple.paused else None


def start_of(request: PersonRequest) -> int:
    asked = request.GET.get("from", "")
    return int(asked) if asked.isdecimal() and len(asked) < 8 else 0


def gone(request: PersonRequest) -> HttpResponse:
    """Deleted while somebody wrote, or never there: one and the same page, with what they typed."""
    return given_back(request, GONE, typed_as(request, "happened"))
