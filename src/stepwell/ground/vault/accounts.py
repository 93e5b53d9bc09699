"""The life of one person's keys: made, closed by another password or code, made anew, gone."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from msgspec.structs import replace

from stepwell.ground.vault import own, state
from stepwell.ground.vault.book import BookV1, keep_book, load_book, seal_book
from stepwell.ground.vault.errors import Conflict
from stepwell.ground.vault.hidden import Hidden
from stepwell.ground.vault.identity import make_bundle, new_halves
from stepwell.ground.vault.ids import new_id
from stepwell.ground.vault.lock import closed_for_code, what_opens
from stepwell.ground.vault.master import Master, new_root
from stepwell.ground.vault.models import Epoch, HeldKey, Identity, Lock, Root, State
from stepwell.ground.vault.recovery import new_code as fresh_code
from stepwell.ground.vault.roots import closed_by_code, closed_by_password, hold, stretched_anew


@dataclass(frozen=True, slots=True, repr=False)
class NewAccount(Hidden):
    """A root key that was just made, and the code to print once. Neither shows in its repr."""

    master: Master
    code: str


def new_account(person_id: UUID, password: str) -> NewAccount:
    """Root, identity and own circle of somebody new. Call it outside any transaction: it stretches first."""
    salt, stretched = stretched_anew(password)
    master, code = Master(person_id, new_root()), fresh_code()
    sealing, signing = new_halves()
    book = BookV1(
        own=new_id(),
        bundle=make_bundle(person_id, sealing, signing),
        sealing=sealing,
        signing=signing,
        recovery_public=code.public,
        draft_public=b"",
    )
    with transaction.atomic():
        Root.objects.create(
            person_id=person_id, **closed_by_password(master, salt, stretched), **closed_by_code(master, code)
        )
        book = own.add_epoch(book, master, opened=None)
        Identity.objects.create(
            person_id=person_id, bundle=book.bundle, version=1, sealed=seal_book(master, book, 1)
        )
    return NewAccount(master, code.printed())


def set_password(master: Master, password: str) -> None:
    """Close the same root with another password. Call it outside any transaction."""
    salt, stretched = stretched_anew(password)
    with transaction.atomic():
        root = hold(master.person_id)
        # Opening the book proves that this root is the current one; an older one would close the account.
        load_book(master)
        Root.objects.filter(pk=root.pk).update(**closed_by_password(master, salt, stretched))


def new_code(master: Master, *, opened: bytes | None = None) -> str:
    """A new printed code; the old one ends. Raises Locked unless it can open the second passphrase too."""
    code = fresh_code()
    with transaction.atomic():
        root = hold(master.person_id)
        book, version = load_book(master)
        secret = what_opens(book, master, opened)
        Root.objects.filter(pk=root.pk).update(**closed_by_code(master, code))
        _keep(master, replace(book, recovery_public=code.public), version)
        if secret:
            Lock.objects.filter(pk=root.pk).update(
                by_code=closed_for_code(master.person_id, code.public, secret)
            )
    return code.printed()


def renew_keys(
    master: Master,
    password: str,
    *,
    opened: bytes | None = None,
    also: Callable[[NewAccount], None] | None = None,
) -> NewAccount:
    """Somebody knows the password: a new root, a new code, a new epoch of the own circle.

    Nothing becomes unreadable. Every older session then holds a root that opens nothing. The identity stays,
    so that no partner has to compare words again; the second passphrase stays too. `also` is done in the same
    transaction, to keep what was made. Call it outside any other. Raises Locked while the own circle is
    locked, CannotOpen where this root key was renewed meanwhile.
    """
    salt, stretched = stretched_anew(password)
    renewed, code = Master(master.person_id, new_root()), fresh_code()
    with transaction.atomic():
        root = hold(master.person_id)
        book, version = load_book(master)
        secret = what_opens(book, master, opened)
        own.close_anew(book, root.pk, before=master.own_key(secret), after=renewed.own_key(secret))
        book = own.add_epoch(replace(book, recovery_public=code.public), renewed, opened=secret)
        _keep(renewed, book, version)
        state.seal_anew(before=master, after=renewed)
        Root.objects.filter(pk=root.pk).update(
            **closed_by_password(renewed, salt, stretched), **closed_by_code(renewed, code)
        )
        if secret:
            Lock.objects.filter(pk=root.pk).update(by_code=closed_for_code(root.pk, code.public, secret))
        made = NewAccount(renewed, code.printed())
        if also:
            also(made)
    return made


def erase(person_id: UUID) -> None:
    """Forget every key of a person: whatever was sealed to them alone is noise from now on.

    The statements of circles shared with somebody stay for that other; they hold ids and public keys only.
    """
    with transaction.atomic():
        held = set(HeldKey.objects.filter(person_id=person_id).values_list("circle", flat=True))
        others = HeldKey.objects.filter(circle__in=held).exclude(person_id=person_id)
        Epoch.objects.filter(circle_id__in=held - set(others.values_list("circle", flat=True))).delete()
        for model in (HeldKey, State, Lock, Identity, Root):
            model.objects.filter(person_id=person_id).delete()


def _keep(master: Master, book: BookV1, version: int) -> None:
    if not keep_book(master, book, version):
        raise Conflict
