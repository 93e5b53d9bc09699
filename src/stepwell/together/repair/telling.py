"""What goes into the record, and how it reads there."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from stepwell.ground.record.api import Broken, append
from stepwell.ground.vault.api import ChangedIdentity, Keyring, NoSeat
from stepwell.together.repair.content import SideV1

SIGNED = "repair-plan.signed"
IN_FORCE = "repair-plan.in-force"
TAKEN_BACK = "repair-plan.signature-taken-back"
LAPSED = "repair-plan.signature-lapsed"
WITHDRAWN = "repair-plan.withdrawn"

Line = Callable[[Mapping[str, Any], str], str]


def whole(sides: tuple[SideV1, ...], word: str, back: str) -> dict[str, Any]:
    """Everything one needs to know later what was signed."""
    return {
        "word": word,
        "back": back,
        "parts": [
            {
                "name": side.name,
                "signs": side.part.signs,
                "helps": side.part.helps,
                "worse": side.part.worse,
            }
            for side in sides
        ],
    }


def note_if_possible(keyring: Keyring, circle: UUID, kind: str, text: Mapping[str, Any]) -> None:
    """Stepping back is never refused: where the record cannot be written, it goes without the entry."""
    with suppress(Broken, NoSeat, ChangedIdentity), transaction.atomic():
        append(keyring, circle, kind, text)


def _signed(text: Mapping[str, Any], name: str) -> str:
    return _("{name} signed version {number} of the plan for storms.").format(
        name=name, number=text["version"]
    )


def _in_force(text: Mapping[str, Any], _name: str) -> str:
    said = _("Version {number} of the plan for storms is in force: both have signed it.")
    return said.format(number=text["version"])


def _taken_back(text: Mapping[str, Any], name: str) -> str:
    said = _("{name} took back the signature under version {number} of the plan for storms.")
    return said.format(name=name, number=text["version"])


def _lapsed(text: Mapping[str, Any], name: str) -> str:
    said = _(
        "{name} changed the plan for storms, and the signature of {whose} under version {number} does not "
        "count for it."
    )
    return said.format(name=name, whose=text["whose"], number=text["version"])


def _withdrawn(text: Mapping[str, Any], name: str) -> str:
    said = _("{name} took back their yes to version {number} of the plan for storms. It is in force no more.")
    return said.format(name=name, number=text["version"])


LINES: dict[str, Line] = {
    SIGNED: _signed,
    IN_FORCE: _in_force,
    TAKEN_BACK: _taken_back,
    LAPSED: _lapsed,
    WITHDRAWN: _withdrawn,
}
