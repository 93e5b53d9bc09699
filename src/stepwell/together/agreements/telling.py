"""What goes into the record, and how it reads there."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from stepwell.ground.record.api import Broken, Event, append
from stepwell.ground.ui.api import date_words
from stepwell.ground.vault.api import ChangedIdentity, Keyring, NoSeat
from stepwell.together.agreements.content import HandV1, TermsV1
from stepwell.together.agreements.kinds import KINDS

SIGNED = "agreement.signed"
IN_FORCE = "agreement.in-force"
TAKEN_BACK = "agreement.signature-taken-back"
LAPSED = "agreement.signature-lapsed"
WITHDRAWN = "agreement.withdrawn"
REVIEWED = "agreement.reviewed"
EXPIRED = "agreement.expired"

Line = Callable[[Mapping[str, Any], str], str]


def note(
    keyring: Keyring,
    circle: UUID,
    kind: str,
    agreement: UUID,
    number: int,
    title: str,
    /,
    **more: Any,  # JSON
) -> Event:
    """One event, in the caller's transaction. Raises what `append` raises."""
    text = {"of": str(agreement), "version": number, "title": title, **more}
    return append(keyring, circle, kind, text)


def lapsed(
    keyring: Keyring, circle: UUID, agreement: UUID, number: int, title: str, hand: HandV1, why: str
) -> Event | None:
    """The other's signature goes with the version it stood under: `why` is "offer" where that was taken back,
    "newer" where another version came. None where the record cannot take it in: stepping back never waits."""
    try:
        with transaction.atomic():
            return note(keyring, circle, LAPSED, agreement, number, title, whose=hand.name, why=why)
    except (Broken, NoSeat, ChangedIdentity):
        return None


def whole(terms: TermsV1) -> dict[str, Any]:
    """Everything that was said, so that the record can be read without this room."""
    said: dict[str, Any] = {"about": str(KINDS[terms.kind].label)}
    if terms.wanted:
        said["wanted"] = [{"name": one.name, "words": one.words} for one in terms.wanted]
    said["clauses"] = list(terms.clauses)
    if terms.review_on:
        said["look_again"] = terms.review_on.isoformat()
    if terms.until:
        said["until"] = terms.until.isoformat()
    return said


def _signed(text: Mapping[str, Any], name: str) -> str:
    said = _("{name} signed version {number} of “{title}”.")
    return said.format(name=name, number=text["version"], title=text["title"])


def _in_force(text: Mapping[str, Any], _name: str) -> str:
    said = _("Version {number} of “{title}” is in force: both have signed it.")
    return said.format(number=text["version"], title=text["title"])


def _taken_back(text: Mapping[str, Any], name: str) -> str:
    said = _("{name} took back the signature under version {number} of “{title}”.")
    told = said.format(name=name, number=text["version"], title=text["title"])
    if text.get("stands"):
        told += " " + _("Version {number} stands again.").format(number=text["stands"])
    return told


def _lapsed(text: Mapping[str, Any], name: str) -> str:
    if text.get("why") == "offer":
        said = _(
            "{name} took back the offer of version {number} of “{title}”, and the signature of {whose} "
            "went with it."
        )
    else:
        said = _(
            "{name} offered another version after number {number} of “{title}”, and the signature of {whose} "
            "does not count for it."
        )
    return said.format(name=name, number=text["version"], title=text["title"], whose=text["whose"])


def _withdrawn(text: Mapping[str, Any], name: str) -> str:
    return _("{name} took back their yes to “{title}”. It has ended.").format(name=name, title=text["title"])


def _reviewed(text: Mapping[str, Any], _name: str) -> str:
    told = _("Both looked at “{title}” again and left it as it is.").format(title=text["title"])
    if text.get("look_again"):
        told += " " + _("The next look is on {day}.").format(
            day=date_words(date.fromisoformat(text["look_again"]))
        )
    return told


def _expired(text: Mapping[str, Any], _name: str) -> str:
    said = _("“{title}” held until {day}, and has ended.")
    return said.format(title=text["title"], day=date_words(date.fromisoformat(text["until"])))


LINES: dict[str, Line] = {
    SIGNED: _signed,
    IN_FORCE: _in_force,
    TAKEN_BACK: _taken_back,
    LAPSED: _lapsed,
    WITHDRAWN: _withdrawn,
    REVIEWED: _reviewed,
    EXPIRED: _expired,
}
