"""The name one signs in with: compared without regard to case, width, spaces or signs that are not seen."""

from unicodedata import category, normalize
from uuid import UUID

from stepwell.ground.people.models import Person
from stepwell.ground.vault.api import lookup

LONGEST = 60


def plain(name: str) -> str:
    """What two spellings of one name share; empty where nothing of it can be seen."""
    seen = "".join(letter for letter in normalize("NFKC", name) if category(letter) not in {"Cf", "Cs"})
    return " ".join(normalize("NFKC", seen.casefold()).split())


def handle(name: str) -> bytes:
    return lookup("name", plain(name))


def find(name: str) -> UUID | None:
    return Person.objects.filter(handle=handle(name)).values_list("id", flat=True).first()
