"""The door of the vault: the only module of it that other rooms import.

No keyring, no text: whatever reads or writes sealed content takes a keyring first. It holds models, so
Django's apps must be set up before it is imported.
"""

from stepwell.ground.vault.accounts import NewAccount, erase, new_account, new_code, renew_keys, set_password
from stepwell.ground.vault.circles import (
    close_seat,
    found_circle,
    my_bundle,
    new_epoch,
    others_hold,
    pin,
    pinned,
    seats,
)
from stepwell.ground.vault.content import Content, Kind
from stepwell.ground.vault.drafts import draft_public, open_draft, seal_draft
from stepwell.ground.vault.eightwords import eight_words
from stepwell.ground.vault.errors import (
    CannotOpen,
    ChangedIdentity,
    Conflict,
    Forged,
    Locked,
    NoSeat,
    Unsealed,
)
from stepwell.ground.vault.identity import Bundle, fingerprint, read_bundle
from stepwell.ground.vault.ids import new_id
from stepwell.ground.vault.intersection import (
    ROUND_SLOTS,
    Answer,
    Begun,
    answer_round,
    begin_round,
    finish_round,
)
from stepwell.ground.vault.keyring import Keyring
from stepwell.ground.vault.lock import has_lock, open_lock, open_lock_by_code, remove_lock, set_lock
from stepwell.ground.vault.master import Master
from stepwell.ground.vault.mine import change_own, hold_own, read_own
from stepwell.ground.vault.openings import on_opening
from stepwell.ground.vault.privacy import export
from stepwell.ground.vault.roots import check_code, check_password
from stepwell.ground.vault.rows import SealedRow, SealedRows, read, read_each, read_many, save_written, write
from stepwell.ground.vault.server import lookup, open_for_server, seal_for_server
from stepwell.ground.vault.sessionwrap import (
    keyring_for,
    unwrap_opened,
    unwrap_session,
    wrap_opened,
    wrap_session,
)
from stepwell.ground.vault.signatures import sign, signed
from stepwell.ground.vault.stamps import stamp_of
from stepwell.ground.vault.state import change_state, drop_state, get_state, put_state

__all__ = [
    "ROUND_SLOTS",
    "Answer",
    "Begun",
    "Bundle",
    "CannotOpen",
    "ChangedIdentity",
    "Conflict",
    "Content",
    "Forged",
    "Keyring",
    "Kind",
    "Locked",
    "Master",
    "NewAccount",
    "NoSeat",
    "SealedRow",
    "SealedRows",
    "Unsealed",
    "answer_round",
    "begin_round",
    "change_own",
    "change_state",
    "check_code",
    "check_password",
    "close_seat",
    "draft_public",
    "drop_state",
    "eight_words",
    "erase",
    "export",
    "fingerprint",
    "finish_round",
    "found_circle",
    "get_state",
    "has_lock",
    "hold_own",
    "keyring_for",
    "lookup",
    "my_bundle",
    "new_account",
    "new_code",
    "new_epoch",
    "new_id",
    "on_opening",
    "open_draft",
    "open_for_server",
    "open_lock",
    "open_lock_by_code",
    "others_hold",
    "pin",
    "pinned",
    "put_state",
    "read",
    "read_bundle",
    "read_each",
    "read_many",
    "read_own",
    "remove_lock",
    "renew_keys",
    "save_written",
    "seal_draft",
    "seal_for_server",
    "seats",
    "set_lock",
    "set_password",
    "sign",
    "signed",
    "stamp_of",
    "unwrap_opened",
    "unwrap_session",
    "wrap_opened",
    "wrap_session",
    "write",
]
