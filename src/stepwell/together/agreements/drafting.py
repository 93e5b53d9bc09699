"""A wording that is one's own until it is offered. All of it lies in the own circle."""

from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from msgspec.structs import replace

from stepwell.ground.spaces.api import NotNow
from stepwell.ground.vault.api import Keyring, read, read_many, write
from stepwell.together.agreements.content import DraftV1, TermsV1
from stepwell.together.agreements.errors import Moved
from stepwell.together.agreements.models import Draft

MOST_DRAFTS = 60


def keep(
    keyring: Keyring,
    terms: TermsV1,
    *,
    form_id: UUID,
    now: datetime,
    day: date,
    of: UUID | None = None,
    base: int = 0,
) -> UUID:
    """Keep a new draft. The same form sent again gives the first id. Raises NotNow when no more fit."""
    try:
        with transaction.atomic():
            own = Draft.objects.within(keyring, keyring.own)
            known: UUID | None = own.filter(form_id=form_id).values_list("id", flat=True).first()
            if known is not None:
                return known
            if own.count() >= MOST_DRAFTS:
                raise NotNow("many")
            return _new(keyring, DraftV1(terms=terms, kept_at=now, of=of, base=base), form_id, day)
    except IntegrityError:
        kept: Draft = Draft.objects.within(keyring, keyring.own).get(form_id=form_id)
        return kept.id


def put_back(
    keyring: Keyring, terms: TermsV1, *, of: UUID | None, base: int, now: datetime, day: date
) -> UUID:
    """An offer that was taken back becomes a draft, however many there are: nothing is lost by it."""
    return _new(keyring, DraftV1(terms=terms, kept_at=now, of=of, base=base), uuid4(), day)


def rewrite(
    keyring: Keyring, draft: UUID, terms: TermsV1, *, revision: int, now: datetime, base: int | None = None
) -> None:
    """Put this wording in place of the one of that revision. Raises Draft.DoesNotExist; Moved when another
    window was first: number is the revision that is kept now."""
    with transaction.atomic():
        row = Draft.objects.within(keyring, keyring.own).select_for_update().get(id=draft)
        kept: DraftV1 = read(keyring, row)
        if kept.terms == terms:
            return
        if kept.revision != revision:
            raise Moved(kept.revision)
        begun = kept.base if base is None else base
        write(keyring, row, replace(kept, terms=terms, kept_at=now, revision=revision + 1, base=begun))
        row.save()


def mine(keyring: Keyring, draft: UUID) -> DraftV1:
    """Raises Draft.DoesNotExist for another's as for none."""
    kept: DraftV1 = read(keyring, Draft.objects.within(keyring, keyring.own).get(id=draft))
    return kept


def all_mine(keyring: Keyring) -> list[tuple[UUID, DraftV1]]:
    """The newest first."""
    rows = list(Draft.objects.within(keyring, keyring.own).order_by("-id"))
    return [(row.id, kept) for row, kept in zip(rows, read_many(keyring, rows), strict=True)]


def let_go(keyring: Keyring, draft: UUID) -> None:
    """Delete it. One that is gone already is no error."""
    Draft.objects.within(keyring, keyring.own).filter(id=draft).delete()


def _new(keyring: Keyring, kept: DraftV1, form_id: UUID, day: date) -> UUID:
    row = Draft(circle_id=keyring.own, form_id=form_id, day=day)
    write(keyring, row, kept)
    row.save(force_insert=True)
    return row.id
