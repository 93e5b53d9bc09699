"""Offering a wording to the other, and answering it with another one."""

from datetime import date
from uuid import UUID

from django.db import IntegrityError
from django.db.models import QuerySet
from msgspec.structs import replace

from stepwell.ground.spaces.api import Couple, NotNow
from stepwell.ground.vault.api import Keyring, read, read_many, write
from stepwell.together.agreements import drafting, telling
from stepwell.together.agreements.content import HeadV1, OfferV1, TermsV1, VersionV1
from stepwell.together.agreements.errors import Moved
from stepwell.together.agreements.holding import (
    By,
    held_open,
    keep,
    one_step,
    open_circle,
    stepped,
)
from stepwell.together.agreements.models import Agreement, Version
from stepwell.together.agreements.shelf import is_over

MOST_A_DAY = 30
MOST_AGREEMENTS = 600


def propose(
    keyring: Keyring,
    couple: Couple | None,
    terms: TermsV1,
    *,
    form_id: UUID,
    by: By,
    draft: UUID | None = None,
) -> UUID:
    """Show a new wording to the other: from now on it is an offer. The draft it came from goes.

    The same form sent again gives the first id. Raises NotNow with nothing changed.
    """
    circle = open_circle(couple)
    check_dates(terms, by.today)
    try:
        with one_step():
            if (known := _sent_before(keyring, circle, form_id)) is not None:
                return known
            rows = Agreement.objects.within(keyring, circle)
            if rows.count() >= MOST_AGREEMENTS:
                raise NotNow("many")
            row = Agreement(circle_id=circle)
            head = HeadV1(kind=terms.kind, title=terms.title, last=0)
            head = _offer(keyring, row, head, terms, base=0, form_id=form_id, by=by)
            write(keyring, row, head)
            row.save(force_insert=True)
            if draft:
                drafting.let_go(keyring, draft)
    except IntegrityError:
        return _sent_meanwhile(keyring, circle, form_id)
    return row.id


def change(
    keyring: Keyring,
    couple: Couple | None,
    agreement: UUID,
    terms: TermsV1,
    *,
    base: int,
    form_id: UUID,
    by: By,
    draft: UUID | None = None,
) -> None:
    """Offer another version of it, begun at version `base`. What is in force stays so until both sign.

    Raises Agreement.DoesNotExist, NotNow; Moved when another version came first. Nothing is changed then.
    """
    circle = open_circle(couple)
    check_dates(terms, by.today)
    try:
        with one_step():
            if _sent_before(keyring, circle, form_id) is not None:
                return
            row, head = held_open(keyring, circle, agreement, by.today)
            newest = newest_of(head)
            if base != newest:
                raise Moved(newest)
            if version(keyring, circle, agreement, newest).terms == terms:
                raise NotNow("same")
            keep(keyring, row, _offer(keyring, row, head, terms, base=base, form_id=form_id, by=by))
            if draft:
                drafting.let_go(keyring, draft)
    except IntegrityError:
        _sent_meanwhile(keyring, circle, form_id)


def newest_of(head: HeadV1) -> int:
    """The version that a change begins from."""
    if head.offer:
        return head.offer.number
    return head.standing.number if head.standing else head.last


def version(keyring: Keyring, circle: UUID, agreement: UUID, number: int) -> VersionV1:
    """Raises Version.DoesNotExist."""
    found: VersionV1 = read(keyring, rows_of(keyring, circle, agreement).get(number=number))
    return found


def check_dates(terms: TermsV1, today: date) -> None:
    """Raises NotNow where a date of it has passed. A wording starts when both have signed, today at best."""
    if is_over(terms.until, today):
        raise NotNow("until")
    if terms.review_on is not None and terms.review_on <= today:
        raise NotNow("review")


def offered_today(keyring: Keyring, circle: UUID, today: date) -> int:
    rows = Version.objects.within(keyring, circle).filter(day=today)
    return sum(said.by == keyring.person_id for said in read_many(keyring, rows))


def _offer(
    keyring: Keyring, row: Agreement, head: HeadV1, terms: TermsV1, *, base: int, form_id: UUID, by: By
) -> HeadV1:
    """The next version, saved, and the head that offers it. Signatures under an earlier offer lapse."""
    if offered_today(keyring, row.circle_id, by.today) >= MOST_A_DAY:
        raise NotNow("today")
    number, me, event = head.last + 1, keyring.person_id, None
    said = VersionV1(number=number, by=me, name=by.name, at=by.now, base=base, terms=terms)
    kept = Version(circle_id=row.circle_id, agreement_id=row.id, number=number, form_id=form_id, day=by.today)
    write(keyring, kept, said)
    kept.save(force_insert=True)
    for one in head.offer.hands if head.offer else ():
        event = telling.lapsed(keyring, row.circle_id, row.id, base, head.title, one, "newer")
    offer = OfferV1(number=number, by=me, name=by.name, at=by.now)
    head = replace(head, title=terms.title, last=number, offer=offer)
    return stepped(head, "offered", by, number, who=me, event=event)


def rows_of(keyring: Keyring, circle: UUID, agreement: UUID) -> QuerySet[Version]:
    return Version.objects.within(keyring, circle).filter(agreement_id=agreement)


def _sent_before(keyring: Keyring, circle: UUID, form_id: UUID) -> UUID | None:
    found = Version.objects.within(keyring, circle).filter(form_id=form_id)
    return found.values_list("agreement_id", flat=True).first()


def _sent_meanwhile(keyring: Keyring, circle: UUID, form_id: UUID) -> UUID:
    known = _sent_before(keyring, circle, form_id)
    if known is None:
        raise NotNow("today")
    return known
