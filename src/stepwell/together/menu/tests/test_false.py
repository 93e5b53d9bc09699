"""Points that no visit has made, or that another attempt made: refused, and nothing half shown."""

from stepwell.ground.vault.api import read, write
from stepwell.together.menu.content import SECRET
from stepwell.together.menu.models import Asked, Both, Secret
from stepwell.together.menu.tests.cast import Actor


def test_points_that_no_visit_made_void_the_round_and_show_nothing(alma: Actor, ben: Actor) -> None:
    for one in (alma, ben):
        one.marks(look="w")
    alma.asks()
    ben.asks()
    row = Asked.objects.get(person_id=ben.member.id)
    neutral = bytes([1, *[0] * 31]) * 200
    said = read(ben.keyring, row)
    write(ben.keyring, row, type(said)(day=said.day, points=neutral, raised=neutral))
    row.save()
    assert not alma.finds()
    assert not Both.objects.exists()
    for one in (ben, alma, ben, alma):
        one.see()
    assert alma.finds() == ben.finds() == ["A shared look"], "the words stood, and it was held anew"


def test_an_answer_of_an_earlier_attempt_is_not_taken(alma: Actor, ben: Actor) -> None:
    for one in (alma, ben):
        one.marks(look="w")
    alma.asks()
    ben.asks()
    old = Asked.objects.get(person_id=ben.member.id)
    ben.marks(look="n")
    alma.takes_back()
    alma.asks()
    now = Asked.objects.get(person_id=ben.member.id)
    hers = Asked.objects.get(person_id=alma.member.id)
    # Somebody with the database puts his old row back, and says that it belongs to the new attempt.
    Asked.objects.filter(id=now.id).update(
        sealed=old.sealed, version=old.version, epoch=old.epoch, part="answered", round=hers.round
    )
    alma.see()
    assert not alma.finds()


def test_a_lost_secret_begins_the_round_anew(alma: Actor, ben: Actor) -> None:
    for one in (alma, ben):
        one.marks(look="w")
    alma.asks()
    ben.asks()
    Secret.objects.all().delete()
    for one in (alma, ben, alma):
        one.see()
    assert ben.finds() == ["A shared look"]


def test_the_secret_lies_with_who_began_alone(alma: Actor, ben: Actor) -> None:
    alma.asks()
    row = Secret.objects.get()
    assert row.circle_id == alma.keyring.own
    assert SECRET is Secret.kind
    assert len(read(alma.keyring, row).secret) == 32
    ben.asks()
    assert Secret.objects.count() == 1, "who answers keeps none"
