"""Makers for the tests of other rooms."""

from dataclasses import dataclass
from uuid import UUID

import pyotp
from django.http import HttpResponse
from django.test import Client

from stepwell.ground.people import factors, signins
from stepwell.ground.people.accounts import sign_up
from stepwell.ground.people.line import PLACES as PLACES_IN_LINE
from stepwell.ground.people.turns import AT_ONCE
from stepwell.ground.vault.api import Keyring, Master, keyring_for

__all__ = [
    "AT_ONCE",
    "PASSWORD",
    "PLACES_IN_LINE",
    "Member",
    "make_person",
    "put_on_app",
    "sign_in",
    "sign_out_everywhere",
]
PASSWORD = "a lantern on the stairs"


@dataclass
class Member:
    id: UUID
    name: str
    keyring: Keyring
    password: str
    code: str
    master: Master

    def fresh(self) -> "Member":
        """Read the keyring again, as their next request would."""
        self.keyring = keyring_for(self.master)
        return self


def make_person(name: str = "Alma", *, zone: str = "Europe/Berlin") -> Member:
    made = sign_up(name=name, password=PASSWORD, zone=zone)
    master = made.master
    return Member(master.person_id, name, keyring_for(master), PASSWORD, made.code, master)


def put_on_app(member: Member) -> str:
    """Ask this person for a second step from now on. Returns the seed of their app."""
    seed = factors.new_seed()
    assert factors.begin(member.keyring, seed, pyotp.TOTP(seed).now())
    return seed


def sign_in(client: Client, member: Member) -> None:
    response = HttpResponse()
    signins.begin(response, member.master, stay=True, label="a browser")
    client.cookies.update(response.cookies)


def sign_out_everywhere(member: Member) -> None:
    signins.end_all(member.id)
