"""Half-written words that a browser handed over at a quick exit."""

import binascii
import re
from base64 import urlsafe_b64decode
from uuid import UUID

import msgspec
from django.db import transaction
from django.http import QueryDict

from stepwell.ground.people.models import KeptDraft
from stepwell.ground.vault.api import CannotOpen, Keyring, open_draft

NAME = re.compile(r"[\w-]{1,40}\Z")
LARGEST = 64 * 1024
MOST = 8


def blob_of(text: str) -> bytes | None:
    try:
        raw = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (ValueError, binascii.Error):
        return None
    return raw if 0 < len(raw) <= LARGEST else None


def keep_all(person_id: UUID, given: QueryDict) -> None:
    for field in [name for name in given if name.startswith("draft:")][:MOST]:
        name, blob = field.removeprefix("draft:"), blob_of(str(given[field]))
        if NAME.match(name) and blob:
            keep(person_id, name, blob)


def keep(person_id: UUID, name: str, blob: bytes) -> None:
    """In place of the one before, under a new id."""
    with transaction.atomic():
        KeptDraft.objects.filter(person_id=person_id, name=name).delete()
        KeptDraft.objects.create(person_id=person_id, name=name, blob=blob)


def opened(keyring: Keyring, name: str, blob: bytes) -> dict[str, list[str]] | None:
    try:
        return msgspec.json.decode(open_draft(keyring, name, blob), type=dict[str, list[str]])
    except (CannotOpen, msgspec.DecodeError):
        return None


def kept_draft(keyring: Keyring, name: str) -> dict[str, list[str]] | None:
    row = KeptDraft.objects.filter(person_id=keyring.person_id, name=name).first()
    return opened(keyring, name, bytes(row.blob)) if row else None


def drop_draft(keyring: Keyring, name: str) -> None:
    KeptDraft.objects.filter(person_id=keyring.person_id, name=name).delete()
