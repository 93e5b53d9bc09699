"""A sign-in: begun, found again at each request, ended. Its cookie holds its name and its secret."""

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils import timezone

from stepwell.ground.people.models import HalfSignIn, KnownBrowser, Person, RecoveryWait, SignIn
from stepwell.ground.vault.api import (
    CannotOpen,
    Keyring,
    Master,
    keyring_for,
    open_for_server,
    seal_for_server,
    unwrap_opened,
    unwrap_session,
    wrap_opened,
    wrap_session,
)

COOKIE, HALF, KNOWN = "__Host-s", "__Host-half", "__Host-known"
SHORT, LONG, HALF_LIFE = timedelta(hours=12), timedelta(days=30), timedelta(minutes=10)
LABEL = 60
IDLE = timedelta(minutes=5)
KNOWN_LIFE = timedelta(days=365)
# Every page asks these. Written out, because to compose them takes six times as long as to run them.
BY_COOKIE = "SELECT * FROM people_signin WHERE token_hash = %s"
WITH_WAIT = """
    SELECT people_person.*, people_recoverywait.person_id IS NOT NULL AS waits
    FROM people_person LEFT JOIN people_recoverywait ON people_recoverywait.person_id = people_person.id
    WHERE people_person.id = %s
"""


@dataclass(frozen=True, slots=True)
class Visit:
    """A request by somebody signed in."""

    row: SignIn
    master: Master
    keyring: Keyring
    person: Person
    sk: bytes
    comes_back: datetime | None = None
    """When somebody with the printed code may come in, if one waits."""


def _pack(token: bytes, sk: bytes) -> str:
    return urlsafe_b64encode(token + sk).decode().rstrip("=")


def _unpack(cookie: str) -> tuple[bytes, bytes] | None:
    try:
        raw = urlsafe_b64decode(cookie + "=" * (-len(cookie) % 4))
    except ValueError:
        return None
    return (raw[:32], raw[32:]) if len(raw) == 64 else None


def hashed(token: bytes) -> bytes:
    return sha256(token).digest()


def _set(response: HttpResponse, name: str, value: str, age: timedelta | None) -> None:
    response.set_cookie(name, value, max_age=age, secure=True, httponly=True, samesite="Lax", path="/")


def begin(
    response: HttpResponse, master: Master, *, stay: bool, label: str, opened: bytes | None = None
) -> SignIn:
    """Sign this browser in. `label` is what its owner calls it; `opened` opens a locked own circle."""
    token, sk = secrets.token_bytes(32), secrets.token_bytes(32)
    now = timezone.now()
    SignIn.objects.filter(expires_at__lt=now).delete()
    row = SignIn.objects.create(
        person_id=master.person_id,
        token_hash=hashed(token),
        root=wrap_session(master, sk),
        opened=wrap_opened(sk, opened) if opened else None,
        label=label_sealed(label),
        first_seen=now.date(),
        last_used=now,
        expires_at=now + (LONG if stay else SHORT),
    )
    _set(response, COOKIE, _pack(token, sk), LONG if stay else None)
    response.delete_cookie(HALF, path="/")
    return row


def label_sealed(label: str) -> bytes:
    return seal_for_server("device", label[:LABEL].encode())


def label_of(row: SignIn) -> str:
    """What its owner calls this browser; empty where it cannot be read any more."""
    try:
        return open_for_server("device", bytes(row.label)).decode()
    except CannotOpen:
        return ""


def know(response: HttpResponse, person_id: UUID, cookie: str = "") -> None:
    """For a year from now strangers' failures do not slow this browser down. `cookie` is the one it sent."""
    today = timezone.now().date()
    if cookie and _known(cookie, person_id).update(last_used=today):
        _set(response, KNOWN, cookie, KNOWN_LIFE)
        return
    token = secrets.token_bytes(32)
    KnownBrowser.objects.create(token_hash=hashed(token), person_id=person_id, last_used=today)
    _set(response, KNOWN, token.hex(), KNOWN_LIFE)


def knows(cookie: str) -> UUID | None:
    """Who came in last in the browser that sent this cookie, signed in now or not."""
    try:
        found = hashed(bytes.fromhex(cookie))
    except ValueError:
        return None
    return KnownBrowser.objects.filter(token_hash=found).values_list("person_id", flat=True).first()


def known(cookie: str, person_id: UUID) -> bool:
    return _known(cookie, person_id).exists()


def _known(cookie: str, person_id: UUID) -> QuerySet[KnownBrowser]:
    try:
        found = hashed(bytes.fromhex(cookie))
    except ValueError:
        return KnownBrowser.objects.none()
    return KnownBrowser.objects.filter(token_hash=found, person_id=person_id)


def find(cookie: str, *, quietly: bool = False) -> Visit | None:
    """Who this cookie signs in, or None. Touches the row at most once a minute; quietly never, for what asks
    without its owner."""
    parts = _unpack(cookie)
    row = next(iter(SignIn.objects.raw(BY_COOKIE, [hashed(parts[0])])), None) if parts else None
    now = timezone.now()
    if parts is None or row is None or row.expires_at < now:
        return None
    person = _person(row.person_id)
    if person is None:
        return None
    try:
        master = unwrap_session(row.person_id, parts[1], bytes(row.root))
        keyring = keyring_for(master, opened=_opened(row, parts[1]))
    except CannotOpen:
        row.delete()
        return None
    if not quietly and now - row.last_used > timedelta(minutes=1):
        SignIn.objects.filter(pk=row.pk).update(last_used=now)
    return Visit(row, master, keyring, person, parts[1], _comes_back(person))


def _person(person_id: UUID) -> Person | None:
    """With whether a recovery waits, in the same query: every page shows it."""
    found = Person.objects.raw(WITH_WAIT, [Person._meta.pk.get_db_prep_value(person_id, connection)])
    return next(iter(found), None)


def _comes_back(person: Person) -> datetime | None:
    if not getattr(person, "waits", False):
        return None
    return RecoveryWait.objects.filter(pk=person.pk).values_list("opens_at", flat=True).first()


def _opened(row: SignIn, sk: bytes) -> bytes | None:
    """What opens a locked own circle; forgotten after five idle minutes."""
    if row.opened is None:
        return None
    if timezone.now() - row.last_used > IDLE:
        SignIn.objects.filter(pk=row.pk).update(opened=None)
        return None
    return unwrap_opened(sk, bytes(row.opened))


def stands(visit: Visit) -> bool:
    """Whether this sign-in was not ended, and its root key not renewed, since it was read."""
    try:
        keyring_for(visit.master)
    except CannotOpen:
        return False
    return SignIn.objects.filter(pk=visit.row.pk).exists()


def end(*, cookie: str = "", half: str = "") -> None:
    """Whatever these two cookies began."""
    for model, sent in ((SignIn, cookie), (HalfSignIn, half)):
        if parts := _unpack(sent):
            model.objects.filter(token_hash=hashed(parts[0])).delete()


def end_all(person_id: UUID, *, but: UUID | None = None) -> None:
    """Ends at once: the next request of any other browser finds nothing."""
    rows = SignIn.objects.filter(person_id=person_id)
    (rows.exclude(pk=but) if but else rows).delete()
    HalfSignIn.objects.filter(person_id=person_id).delete()


def begin_half(response: HttpResponse, master: Master, *, stay: bool) -> None:
    token, sk = secrets.token_bytes(32), secrets.token_bytes(32)
    now = timezone.now()
    HalfSignIn.objects.filter(expires_at__lt=now).delete()
    HalfSignIn.objects.create(
        token_hash=hashed(token),
        person_id=master.person_id,
        root=wrap_session(master, sk),
        stay=stay,
        expires_at=now + HALF_LIFE,
    )
    _set(response, HALF, _pack(token, sk), None)


def find_half(cookie: str) -> tuple[HalfSignIn, Master] | None:
    parts = _unpack(cookie)
    row = HalfSignIn.objects.filter(token_hash=hashed(parts[0])).first() if parts else None
    if parts is None or row is None or row.expires_at < timezone.now():
        return None
    try:
        return row, unwrap_session(row.person_id, parts[1], bytes(row.root))
    except CannotOpen:
        return None
