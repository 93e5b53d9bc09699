"""Leaving a space and deleting an account, the way people do it."""

from django.test import Client

from stepwell.ground.people.testing import Member, sign_in


def browser(member: Member) -> Client:
    client = Client()
    sign_in(client, member)
    return client


def leave(member: Member, *, take_back: bool = False) -> None:
    answer = browser(member).post("/together/space/leave/", {"take_back": "on"} if take_back else {})
    assert answer.status_code == 303
    member.fresh()


def delete(member: Member) -> None:
    answer = browser(member).post("/settings/delete/", {"password": member.password})
    assert b"gone" in answer.content.lower() or answer.status_code == 200
