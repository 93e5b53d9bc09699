"""The name one signs in with: compared without regard to case, width or outer spaces."""

import unicodedata
from uuid import UUID

from stepwell.ground.people.models import Person
from stepwell.ground.vault.api import lookup

LONGEST = 60


def plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def handle(name: str) -> bytes:
    return lookup("name", plain(name))


def find(name: str) -> UUID | None:
    return Person.objects.filter(handle=handle(name)).values_list("id", flat=True).first()
