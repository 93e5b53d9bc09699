"""The name one signs in with: compared without regard to case, width, spaces or signs that are not seen."""

from unicodedata import category, normalize
from uuid import UUID

from stepwell.ground.people.models import Person
from stepwell.ground.vault.api import lookup

LONGEST = 60
# Signs that are not seen and turn the direction of what stands around them, on the other person's pages too.
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def plain(name: str) -> str:
    """What two spellings of one name share; empty where nothing of it can be seen."""
    seen = "".join(letter for letter in normalize("NFKC", name) if category(letter) not in {"Cf", "Cs"})
    return " ".join(normalize("NFKC", seen.casefold()).split())


def turns_writing(name: str) -> bool:
    return not _TURNING.isdisjoint(name)


def handle(name: str) -> bytes:
    return lookup("name", plain(name))


def find(name: str) -> UUID | None:
    return Person.objects.filter(handle=handle(name)).values_list("id", flat=True).first()
