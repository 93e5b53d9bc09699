"""Half-written words that a browser handed over: at a quick exit, or where a form leads elsewhere first."""

import binascii
import re
from base64 import urlsafe_b64decode
from collections.abc import Collection, Mapping
from hashlib import sha256
from typing import Any
from uuid import UUID

import msgspec
from django.db import connection, transaction
from django.http import QueryDict

from stepwell.ground.people.models import KeptDraft
from stepwell.ground.vault.api import CannotOpen, Keyring, open_draft, seal_draft

NAME = re.compile(r"[\w-]{1,80}\Z")
# Of one draft, sealed. The page's script says so at the field before it is reached: static/ui/drafts.js.
LARGEST = 256 * 1024
MOST = 8
COLUMN = KeptDraft._meta.get_field("name").max_length or 0
PERSON = KeptDraft._meta.get_field("person_id")
# Every page with a form asks this. Written out: to compose it takes longer than to run it.
NAMED = "SELECT * FROM people_keptdraft WHERE person_id = %s AND name = %s"


def blob_of(text: str) -> bytes | None:
    try:
        raw = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (ValueError, binascii.Error):
        return None
    return raw if 0 < len(raw) <= LARGEST else None


def keep_all(person_id: UUID, given: QueryDict) -> bool:
    """Whether all of them are kept now. What is not must stay in the browser, or it is lost."""
    fields = [name for name in given if name.startswith("draft:")]
    kept = 0
    for field in fields[:MOST]:
        name, blob = field.removeprefix("draft:"), blob_of(str(given[field]))
        if NAME.match(name) and blob:
            keep(person_id, name, blob)
            kept += 1
    return kept == len(fields)


def keep_begun(keyring: Keyring, name: str, fields: Mapping[str, list[str]]) -> bool:
    """A half-written form, sealed to its owner as the browser seals it, so that it begins there again.

    fields: its names to what stands in them. Whether it is kept: not where it is larger than a draft may be.
    """
    blob = seal_draft(keyring, name, msgspec.json.encode(fields)) if NAME.match(name) else b""
    if not 0 < len(blob) <= LARGEST:
        return False
    keep(keyring.person_id, name, blob)
    return True


def _row_name(name: str) -> str:
    """A long name, such as that of a correction, is kept as its hash."""
    return name if len(name) <= COLUMN else sha256(name.encode()).hexdigest()[:COLUMN]


def keep(person_id: UUID, name: str, blob: bytes) -> None:
    """In place of the one before, under a new id."""
    row_name = _row_name(name)
    with transaction.atomic():
        KeptDraft.objects.filter(person_id=person_id, name=row_name).delete()
        KeptDraft.objects.create(person_id=person_id, name=row_name, blob=blob)


def opened(keyring: Keyring, name: str, blob: bytes) -> dict[str, list[str]] | None:
    try:
        return msgspec.json.decode(open_draft(keyring, name, blob), type=dict[str, list[str]])
    except (CannotOpen, msgspec.DecodeError):
        return None


def kept_draft(keyring: Keyring, name: str) -> dict[str, list[str]] | None:
    row = _row(keyring, name)
    return opened(keyring, name, bytes(row.blob)) if row else None


def started_from_draft(
    draft: Mapping[str, list[str]] | None, several: Collection[str] = ()
) -> dict[str, Any]:
    """A half-written form as it was left. Its id is not taken over: it may have been sent meanwhile.

    several: the fields that hold more than one value.
    """
    kept = {name: values for name, values in (draft or {}).items() if values and name != "form_id"}
    return {name: values if name in several else values[0] for name, values in kept.items()}


def drop_draft(keyring: Keyring, name: str) -> None:
    row = _row(keyring, name)
    # Most often there is none, and nobody has to wait for a write.
    if row:
        row.delete()


def _row(keyring: Keyring, name: str) -> KeptDraft | None:
    person = PERSON.get_db_prep_value(keyring.person_id, connection)
    return next(iter(KeptDraft.objects.raw(NAMED, [person, _row_name(name)])), None)
