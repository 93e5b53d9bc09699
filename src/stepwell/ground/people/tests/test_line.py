"""A flood of sign-ins waits in a short line: it takes neither memory nor every thread."""

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pyotp
import pytest
from django.db import connections
from django.test import Client

from stepwell.ground.people import factors, line
from stepwell.ground.people.models import Person, SignIn
from stepwell.ground.people.testing import PASSWORD, Member, sign_in
from stepwell.ground.vault.api import check_password

pytestmark = pytest.mark.django_db(transaction=True)
BUSY = "Many people are coming in at this moment."
STRANGERS = line.PLACES - line.FOR_KNOWN
NEW = "another lantern on the pier"


@contextmanager
def _full() -> Iterator[None]:
    with ExitStack() as places:
        for _place in range(line.PLACES):
            places.enter_context(line.place(known=True))
        yield


class Gate:
    """Stretching that waits until it is let go, and counts how many were inside at once."""

    def __init__(self) -> None:
        self.open = threading.Event()
        self.lock = threading.Lock()
        self.inside = self.most = 0

    def stretch(self, *_asked: object) -> bytes:
        with self.lock:
            self.inside += 1
            self.most = max(self.most, self.inside)
        self.open.wait(20)
        with self.lock:
            self.inside -= 1
        return bytes(64)


def test_a_flood_is_told_to_wait_and_takes_two_stretches_at_most(
    alma: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate()
    monkeypatch.setattr("stepwell.ground.vault.password.argon2id", gate.stretch)
    told: list[int] = []
    some = threading.Semaphore(0)

    def guess(number: int) -> None:
        try:
            told.append(
                Client().post("/sign-in/", {"name": f"Esi {number}", "password": "any words"}).status_code
            )
        finally:
            connections.close_all()
            some.release()

    flood = [threading.Thread(target=guess, args=(number,)) for number in range(STRANGERS + 6)]
    for each in flood:
        each.start()
    for _refused in range(6):
        assert some.acquire(timeout=20), "a refusal waited in the line"
    assert told == [503] * 6
    here = Client()
    sign_in(here, alma)
    assert here.get("/settings/").status_code == 200, "other pages go on"
    with line.place(known=True), line.place(known=True), pytest.raises(line.Crowded), line.place(known=True):
        pass
    gate.open.set()
    for each in flood:
        each.join(20)
    assert sorted(told) == [200] * STRANGERS + [503] * 6
    assert gate.most == 2


def test_a_full_line_keeps_what_was_typed_but_no_secret(alma: Member) -> None:
    stranger = Client()
    with _full():
        response = stranger.post("/sign-in/", {"name": "Alma", "password": PASSWORD, "stay": "on"})
    page = response.content.decode()
    assert (response.status_code, response.headers["Retry-After"]) == (503, "5")
    assert BUSY in page
    assert 'value="Alma"' in page
    assert "checked" in page
    assert PASSWORD not in page
    assert not SignIn.objects.exists()
    assert stranger.post("/sign-in/", {"name": "Alma", "password": PASSWORD}).status_code == 303


@pytest.mark.parametrize(
    ("page", "given"),
    [
        ("/sign-up/", {"name": "Dara", "password": NEW, "again": NEW, "zone": "UTC"}),
        ("/settings/password/", {"old": PASSWORD, "password": NEW, "again": NEW}),
        ("/settings/known-password/", {"old": PASSWORD, "password": NEW, "again": NEW}),
        ("/settings/lock/", {"old": PASSWORD, "password": NEW, "again": NEW}),
        ("/settings/lock/end/", {"password": PASSWORD}),
        ("/settings/export/", {"password": PASSWORD}),
        ("/settings/passkey/", {"password": PASSWORD}),
        ("/settings/delete/", {"password": PASSWORD}),
        ("/settings/factor/end/", {"password": PASSWORD}),
    ],
)
def test_every_page_that_stretches_says_so_and_changes_nothing(
    alma: Member, page: str, given: dict[str, str]
) -> None:
    here = Client()
    sign_in(here, alma)
    seed = factors.new_seed()
    assert factors.begin(alma.keyring, seed, pyotp.TOTP(seed).now())
    with _full():
        response = here.post(page, given)
    assert factors.has_app(alma.keyring)
    assert response.status_code == 503
    assert BUSY in response.content.decode()
    assert Person.objects.count() == 1
    assert check_password(alma.id, PASSWORD) is not None
    assert check_password(alma.id, NEW) is None


def test_a_place_is_free_again_after_something_broke() -> None:
    for _time in range(line.PLACES + 1):
        with pytest.raises(ZeroDivisionError), line.place():
            _ = 1 / 0


def test_a_flood_of_strangers_leaves_places_for_a_browser_she_knows(alma: Member) -> None:
    hers, strangers = Client(), ExitStack()
    assert hers.post("/sign-in/", {"name": "Alma", "password": PASSWORD}).status_code == 303
    hers.post("/sign-out/")
    with strangers:
        for _place in range(STRANGERS):
            strangers.enter_context(line.place())
        assert Client().post("/sign-in/", {"name": "Alma", "password": PASSWORD}).status_code == 503
        assert hers.post("/sign-in/", {"name": "Alma", "password": PASSWORD}).status_code == 303
