"""Taking an offer back: it goes home to its writer where nobody did anything with it yet."""

from itertools import takewhile
from uuid import UUID

from msgspec.structs import replace

from stepwell.ground.vault.api import Keyring, read
from stepwell.together.agreements import drafting, telling
from stepwell.together.agreements.content import EndedV1, HeadV1, OfferV1, VersionV1
from stepwell.together.agreements.errors import NotThere
from stepwell.together.agreements.holding import By, held, keep, one_step, standing_of, stepped
from stepwell.together.agreements.models import Agreement
from stepwell.together.agreements.settling import rows_of
from stepwell.together.agreements.shelf import hand_of


def take_offer_back(keyring: Keyring, circle: UUID, agreement: UUID, *, by: By) -> UUID | None:
    """What I offer is offered no more; also while the space rests. Gives the draft it became, if it did.

    What nobody has signed goes back to being mine alone, each wording as a draft of its own; the newest one's
    id is given. What was signed once stays as a version. Where the other offered something before, that is
    what is offered again.

    Raises NotThere when there is no offer of mine.
    """
    with one_step():
        row, head = held(keyring, circle, agreement)
        me, offer = keyring.person_id, head.offer
        if head.ended or offer is None or offer.by != me:
            raise NotThere
        rows = list(rows_of(keyring, circle, agreement).order_by("-number"))
        told = [(one, read(keyring, one)) for one in rows]
        stood = head.standing.number if head.standing else 0
        mine = list(takewhile(lambda pair: pair[1].by == me and pair[1].number > stood, told))
        signed = {step.number for step in head.steps if step.what == "signed"}
        private = [one for one, said in mine if said.number not in signed]
        drafts = [_to_draft(keyring, row, said, stood, by) for one, said in reversed(mine) if one in private]
        if hand_of(offer.hands, me):
            telling.note(keyring, circle, telling.TAKEN_BACK, agreement, offer.number, head.title)
        event = None
        for other in offer.hands:
            if other.by != me:
                event = telling.lapsed(keyring, circle, agreement, offer.number, head.title, other, "offer")
        for one in private:
            one.delete()
        if len(private) == len(told):
            row.delete()
        else:
            left = [said for one, said in told if one not in private]
            answered = next((said for _one, said in told[len(mine) :] if said.number > stood), None)
            head = stepped(head, "offer-back", by, offer.number, who=me, event=event)
            keep(keyring, row, _without_offer(head, left, answered, by))
    return drafts[-1] if drafts else None


def _without_offer(head: HeadV1, left: list[VersionV1], answered: VersionV1 | None, by: By) -> HeadV1:
    standing = standing_of(head, by.today)
    if standing is not None:
        return replace(head, offer=None, title=standing.title)
    if answered is not None:
        again = OfferV1(number=answered.number, by=answered.by, name=answered.name, at=answered.at)
        return replace(head, offer=again, title=answered.terms.title)
    over = EndedV1(why="offer", at=by.now, by=left[0].by, name=by.name)
    return replace(head, offer=None, ended=over, title=left[0].terms.title)


def _to_draft(keyring: Keyring, row: Agreement, said: VersionV1, stood: int, by: By) -> UUID:
    return drafting.put_back(
        keyring, said.terms, of=row.id if stood else None, base=stood, now=by.now, day=by.today
    )
