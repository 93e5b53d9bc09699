"""Two people, or one with two fingers, at the same moment."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connections

from stepwell.ground.spaces import comparing, inviting, leaving
from stepwell.ground.spaces.models import Answer, CodeTry, Departure, Invitation, Readiness, Space
from stepwell.ground.spaces.opened import couple_of
from stepwell.ground.spaces.tests.cast import answered, enter, enter_two

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], object]) -> list[BaseException]:
    together, failed = Barrier(len(acts)), []

    def run(act: Callable[[], object]) -> None:
        together.wait()
        try:
            act()
        except Exception as problem:
            failed.append(problem)
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failed


def test_both_say_the_same_at_once_and_one_space_begins() -> None:
    alma, ben = enter("Alma"), enter("Ben")
    answered(alma, ben)
    ready = [(one.keyring, comparing.pairing_of(one.keyring).shown) for one in (alma, ben)]
    assert not at_once(*(lambda k=k, s=s: comparing.say_same(k, s) for k, s in ready))
    assert Space.objects.count() == 1
    assert couple_of(alma.keyring)
    assert couple_of(ben.keyring)


def test_two_answer_at_once_and_one_of_them_counts() -> None:
    alma, ben, esi = enter("Alma"), enter("Ben"), enter("Esi")
    alma.invites()
    row, keyrings = Invitation.objects.get(), (ben.keyring, esi.keyring)
    failed = at_once(*(lambda k=k: comparing.accept(k, row.id, "somebody") for k in keyrings))
    assert [type(problem) for problem in failed] == [comparing.InvitationOver]
    assert Answer.objects.count() == 1


def test_one_invitation_however_often_the_button_is_pressed() -> None:
    alma = enter("Alma")
    keyrings = [alma.keyring for _ in range(4)]
    assert not at_once(*(lambda k=k: inviting.invite(k, "Alma") for k in keyrings))
    assert Invitation.objects.count() == 1
    assert inviting.my_invitation(alma.keyring)


def test_fifteen_wrong_codes_at_once_are_not_more_than_ten() -> None:
    ben = enter("Ben")
    failed = at_once(*(lambda: inviting.by_code(ben.member.id, "00000000") for _ in range(15)))
    heard = [problem for problem in failed if isinstance(problem, inviting.InvitationOver)]
    assert len(failed) == 15
    assert len(heard) <= inviting.TRIES_AN_HOUR
    assert CodeTry.objects.count() <= inviting.TRIES_AN_HOUR


def test_both_leave_at_once() -> None:
    alma, ben = enter_two("Alma", "Ben")
    keyrings = alma.keyring, ben.keyring
    assert not at_once(*(lambda k=k: leaving.leave(k, take_back=True) for k in keyrings))
    assert Departure.objects.count() == 2
    assert not Readiness.objects.exists()
    assert couple_of(alma.keyring) is couple_of(ben.keyring) is None
