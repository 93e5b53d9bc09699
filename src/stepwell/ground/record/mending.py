"""A record that is not whole: where it begins not to fit, and how it is taken away all the same."""

from dataclasses import dataclass
from datetime import UTC
from typing import Any, Literal
from uuid import UUID

from django.utils import timezone

from stepwell.ground.record.bound import Told, bound, told
from stepwell.ground.record.following import DOES_NOT_FIT, Keys, chain_of, followed, opened, rows_from
from stepwell.ground.record.shapes import NOTHING, Broken, Head
from stepwell.ground.record.taking import people_of
from stepwell.ground.record.verify import canonical
from stepwell.ground.vault.api import Keyring, sign


@dataclass(frozen=True, slots=True)
class Misfit:
    """i: the first event that is not as it has to be, read from the beginning.

    why: `other`, it does not follow from what stands before it, or is not what its signer signed; `missing`,
    it and what came after it are gone; `anew`, everything fits, but what this person saw there was another.
    """

    i: int
    why: Literal["other", "missing", "anew"]


def misfit(keyring: Keyring, circle: UUID, seen: Head) -> Misfit:
    """Of a record that is broken for this person. Raises NoSeat."""
    chain = chain_of(circle, Keys(keyring))
    try:
        for _ in followed(keyring, chain, rows_from(keyring, circle, 1)):
            pass
    except Broken:
        return Misfit(chain.i + 1, "other")
    return Misfit(chain.i + 1, "missing") if chain.i < seen.i else Misfit(seen.i, "anew")


def as_it_is(keyring: Keyring, circle: UUID, broken: Broken) -> dict[str, Any]:
    """Everything that can still be opened, as one file. Its receipt is what this person saw last, so the
    program that verifies finds what does not fit: never a file that passes for a whole one. Raises NoSeat."""
    found, names = _all_there_is(keyring, circle)
    made = timezone.now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    people = people_of(keyring, circle, names)
    receipt = broken.seen if broken.seen.i else broken.found or NOTHING
    return bound(circle, people, found, made, keyring.person_id, lambda one: sign(keyring, one), receipt)


def _all_there_is(keyring: Keyring, circle: UUID) -> tuple[list[Told], dict[UUID, str]]:
    found, names = [], {}
    for row in rows_from(keyring, circle, 1):
        try:
            content = opened(keyring, row)
            if content is not None:
                event = told(Head(row.i, bytes(row.h)), content)
                canonical(event)
                found.append(event)
                names[content.signer] = content.name
        except DOES_NOT_FIT:
            # Its place stays open in the file.
            continue
    return found, names
