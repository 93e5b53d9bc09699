"""The root row: closing a person's root key by password and by printed code, and opening it again."""

from hmac import compare_digest
from uuid import UUID

from stepwell.ground.vault.errors import CannotOpen
from stepwell.ground.vault.ids import new_id
from stepwell.ground.vault.master import Master
from stepwell.ground.vault.models import Root
from stepwell.ground.vault.password import NEWEST, SALT, Stretched, new_salt, stretch
from stepwell.ground.vault.places import personal_place
from stepwell.ground.vault.recovery import Code, read_code
from stepwell.ground.vault.sealing import SHORTEST, SUITE, seal, unseal

BY_PASSWORD = "vault.Root.by_password"  # noqa: S105  # the name of a field
BY_CODE = "vault.Root.by_code"
# Somebody who is not there costs the same work as somebody who is.
NOBODY = Root(
    costs=NEWEST,
    salt=bytes(SALT),
    verifier=bytes(32),
    by_code=bytes([SUITE]) + bytes(SHORTEST),
    by_password=b"",
)


def closed_by_password(master: Master, salt: bytes, stretched: Stretched) -> dict[str, bytes | int]:
    """The columns of a root row that the password decides."""
    return {
        "costs": NEWEST,
        "salt": salt,
        "verifier": stretched.verifier,
        "by_password": seal(stretched.kek, personal_place(BY_PASSWORD, master.person_id), master._root),
    }


def closed_by_code(master: Master, code: Code) -> dict[str, bytes]:
    """The column of a root row that the printed code decides."""
    return {"by_code": seal(code.wrap, personal_place(BY_CODE, master.person_id), master._root)}


def stretched_anew(password: str) -> tuple[bytes, Stretched]:
    salt = new_salt()
    return salt, stretch(password, salt)


def check_password(person_id: UUID | None, password: str) -> Master | None:
    """The root key, or None for a wrong password. With no person: the same work, and None."""
    root = _root(person_id)
    stretched = stretch(password, bytes(root.salt), costs=root.costs)
    right = compare_digest(stretched.verifier, bytes(root.verifier))
    if person_id is None or not right:
        return None
    try:
        return Master(person_id, _open(stretched.kek, BY_PASSWORD, person_id, root.by_password))
    except CannotOpen:
        return None


def check_code(person_id: UUID | None, code: str) -> Master | None:
    """The root key, or None for a wrong code. Its holder can also open what the second passphrase closes."""
    root = _root(person_id)
    read = read_code(code)
    if read is None:
        return None
    someone = person_id or new_id()
    try:
        opened = _open(read.wrap, BY_CODE, someone, root.by_code)
    except CannotOpen:
        return None
    return Master(someone, opened, from_code=read.private)


def _root(person_id: UUID | None) -> Root:
    return Root.objects.filter(person_id=person_id or new_id()).first() or NOBODY


def _open(key: bytes, field: str, person_id: UUID, blob: bytes | memoryview) -> bytes:
    return unseal(key, personal_place(field, person_id), bytes(blob))


def hold(person_id: UUID) -> Root:
    """The root row, held until the transaction ends: whatever changes keys does so one after the other."""
    row = Root.objects.select_for_update().filter(person_id=person_id).first()
    if row is None:
        raise CannotOpen
    return row
