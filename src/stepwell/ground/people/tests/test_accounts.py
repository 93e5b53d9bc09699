"""Alma makes a place, comes back to it, and nobody else does."""

import pyotp
import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from stepwell.ground.people import accounts, factors, limits, names, signins
from stepwell.ground.people.models import Person, SignIn
from stepwell.ground.people.testing import PASSWORD, make_person, sign_in
from stepwell.ground.vault.api import check_code, check_password

pytestmark = pytest.mark.django_db(databases=["default", "sessions"], transaction=True)


def test_her_name_is_nowhere_in_the_row() -> None:
    alma = make_person("Alma Quietwater")
    row = Person.objects.get(pk=alma.id)
    assert b"alma" not in bytes(row.handle).lower()
    assert names.find(" ALMA  quietwater ") == alma.id


def test_a_name_is_taken_once() -> None:
    make_person("Alma")
    with pytest.raises(accounts.NameTaken):
        make_person("alma")


def test_the_cookie_opens_the_root_and_the_row_alone_does_not() -> None:
    alma = make_person()
    client = Client()
    sign_in(client, alma)
    cookie = client.cookies[signins.COOKIE].value
    assert signins.find(cookie) is not None
    token = signins._unpack(cookie)[0]
    assert signins.find(signins._pack(token, bytes(32))) is None


def test_ending_all_others_ends_at_once() -> None:
    alma = make_person()
    phone, laptop = Client(), Client()
    sign_in(phone, alma)
    sign_in(laptop, alma)
    here = signins.find(phone.cookies[signins.COOKIE].value)
    signins.end_all(alma.id, but=here.row.pk)
    assert signins.find(laptop.cookies[signins.COOKIE].value) is None
    assert signins.find(phone.cookies[signins.COOKIE].value) is not None


def test_a_code_from_the_app_opens_once() -> None:
    alma = make_person()
    seed = factors.new_seed()
    with time_machine.travel("2026-03-01 12:00:00Z", tick=False):
        assert factors.begin(alma.keyring, seed, pyotp.TOTP(seed).now())
    with time_machine.travel("2026-03-01 12:01:00Z", tick=False):
        code = pyotp.TOTP(seed).now()
        assert factors.check_code(alma.keyring, code)
        assert not factors.check_code(alma.keyring, code)


def test_strangers_failures_slow_down_strangers_alone() -> None:
    theirs, hers = limits.bucket("alma", ""), limits.bucket("alma", "known")
    for _ in range(limits.FREE + 1):
        limits.failed(theirs)
    assert limits.wait(theirs) > 0
    assert limits.wait(hers) == 0


def test_the_printed_code_waits_three_days_without_a_second_factor() -> None:
    with time_machine.travel("2026-03-01 12:00:00Z", tick=False):
        alma = make_person()
        master = check_code(alma.id, alma.code)
        assert not accounts.may_recover(master)
        accounts.ask_to_recover(alma.id)
        assert not accounts.may_recover(master)
    with time_machine.travel("2026-03-04 12:00:01Z", tick=False):
        assert accounts.may_recover(master)
        accounts.keep_out(alma.id)
        assert not accounts.may_recover(master)


def test_new_keys_end_every_sign_in_and_the_old_password() -> None:
    alma = make_person()
    sign_in(Client(), alma)
    accounts.renew(alma.master, "another lantern entirely", opened=None)
    assert not SignIn.objects.filter(person_id=alma.id).exists()
    assert check_password(alma.id, PASSWORD) is None
    assert check_password(alma.id, "another lantern entirely") is not None


def test_a_sign_in_ends_by_itself() -> None:
    alma = make_person()
    client = Client()
    sign_in(client, alma)
    SignIn.objects.update(expires_at=timezone.now())
    assert signins.find(client.cookies[signins.COOKIE].value) is None
