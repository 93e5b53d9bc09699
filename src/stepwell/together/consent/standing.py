"""What two said yes to, for this time. It goes by its hour, by a tap of either, with a pause, and when a word
may not count any more: the row is deleted, and no page can tell one of these from another."""

from uuid import UUID

from django.utils import timezone

from stepwell.ground.live.api import announce
from stepwell.ground.spaces.api import Couple
from stepwell.ground.vault.api import Keyring, read, write
from stepwell.together.consent.content import AskingV1, ConsentV1
from stepwell.together.consent.limits import full_hour
from stepwell.together.consent.models import Asking, Consent
from stepwell.together.consent.terms import apart


def stands(keyring: Keyring, couple: Couple) -> ConsentV1 | None:
    """What stands between the two now."""
    row = Consent.objects.one(keyring, couple.circle)
    if row is None:
        return None
    found: ConsentV1 = read(keyring, row)
    return found if timezone.now() < found.until else None


def begin(keyring: Keyring, couple: Couple, asking: UUID, asked: AskingV1, outs: tuple[str, ...]) -> None:
    """Inside a transaction. With it every asking between the two is over."""
    row = Consent(circle_id=couple.circle, over=full_hour(asked.until))
    merged = apart((*asked.outs, *outs))
    write(keyring, row, ConsentV1(what=asked.what, outs=merged, until=asked.until, asking=asking))
    row.save(force_insert=True)
    Asking.objects.within(keyring, couple.circle).delete()
    announce(couple.circle)


def settle(keyring: Keyring, couple: Couple, *, counts: bool) -> None:
    """At a visit, inside a transaction. What ran out goes without a word to anybody: that somebody looked in
    is not told by it."""
    row = Consent.objects.one(keyring, couple.circle)
    if row is None:
        return
    found: ConsentV1 = read(keyring, row)
    over = timezone.now() >= found.until
    if over or not counts:
        row.delete()
        if not over:
            announce(couple.circle)
