"""Not yours and not there are one answer: whoever asks, and whoever's it is."""

from typing import Any
from uuid import UUID

import pytest
from django.urls import reverse
from django.utils import timezone

from stepwell.ground.notices import choices
from stepwell.ground.spaces import inviting
from stepwell.ground.spaces.models import Invitation
from tests.house.matrix.addresses import address, kinds
from tests.house.matrix.asking import ask, tables, undone
from tests.house.matrix.cast import NEVER_TOKEN, OWNERS, VISITORS, Cast
from tests.house.matrix.sending import form_for
from tests.house.matrix.table import METHODS, TABLE
from tests.house.matrix.test_matrix import not_theirs

pytestmark = pytest.mark.django_db

OBJECTS = [name for name, row in TABLE.items() if row.owner == "alma" and "token" not in kinds(name)]
COUPLES = ({"alma", "ben"}, {"chidi", "dara"})
REFUSED = {"none", "sign-in", "unlock", "kept", "405"}
# What only takes away may be pressed twice: where nothing is there any more, everybody is sent to the list.
TAKES_AWAY = {
    "affection:let-go",
    "calendar:delete", "calendar:ritual-not", "calendar:ritual-put-aside", "calendar:ritual-take-back",
    "calendar:stop", "calendar:undo", "dialogue:let-go", "dialogue:no-more", "dialogue:unkeep",
    "dialogue:yes", "journal:delete", "letters:delete", "letters:take-back", "letters:unsay", "menu:line",
    "openness:after", "openness:aside", "openness:not-any-more", "openness:own", "openness:told",
    "openness:yes", "promises:forget", "questions:delete", "questions:no-day", "questions:take-back",
}  # fmt: skip
# Suggested times stand on the partner's page, so that there is something to say yes to.
ON_BOTH_PAGES = {"checkins:times-take-back", "checkins:times-put-aside", "checkins:times-yes"}


def column(visitor: str, owner: str) -> str:
    """Whose column of the table holds for this visitor before an object of that owner."""
    whose = owner.partition(",")[0]
    if visitor not in OWNERS:
        return visitor
    if visitor == whose:
        return "alma"
    if {visitor, whose} in COUPLES:
        return "ben"
    if {visitor, whose} == {"alma", "femi"}:
        return "femi"
    return "esi" if visitor in {"esi", "femi"} else "chidi"


def owners_of(name: str, cast: Cast) -> list[str]:
    everybody = [*OWNERS, "alma, before"]
    return [
        owner for owner in everybody if all((kind, owner) in cast.objects for kind in kinds(name).values())
    ]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("name", OBJECTS)
def test_not_yours_is_as_if_it_had_never_been(
    name: str, method: str, cast: Cast, before: dict[str, Any]
) -> None:
    wrong = []
    sent = form_for(name, cast)
    refused = REFUSED | {"on"} if method == "POST" and name in TAKES_AWAY else REFUSED
    never_url, never_parts = address(name, cast, "never")
    for visitor in VISITORS:
        never = ask(cast.browser(visitor), method, never_url, sent, before)
        assert never.word in refused
        bare = never.without(*never_parts.values())
        for owner in owners_of(name, cast):
            expected = TABLE[name].cells[method, column(visitor, owner)]
            if expected not in refused or (expected == "on" and visitor == owner):
                continue
            url, parts = address(name, cast, owner)
            answer = ask(cast.browser(visitor), method, url, sent, before)
            where = f"{method} {name} of {owner} by {visitor}"
            if answer.without(*parts.values()) != bare:
                wrong.append(f"{where}: {answer.word} is another answer than {never.word} for what never was")
            known = name in ON_BOTH_PAGES and column(visitor, owner) == "ben"
            if not known and (answer.queries, answer.writes) != (never.queries, never.writes):
                wrong.append(f"{where}: {answer.queries} queries, {never.queries} for what never was")
            wrong += [f"{where} changed rows" for _ in answer.changed]
            wrong += [f"{where} shows {words!r}" for words in not_theirs(cast, visitor, answer, sent)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("visitor", VISITORS)
@pytest.mark.parametrize("name", ["spaces:invitation", "spaces:asked"])
def test_an_invitation_that_is_over_is_one_that_never_was(
    name: str, visitor: str, cast: Cast, before: dict[str, Any]
) -> None:
    """Unknown, withdrawn, expired and never made: the same bytes to everybody."""
    assert inviting.my_invitation(cast.members["esi"].keyring)
    url, _ = address(name, cast, "esi")
    token = cast.objects["invitation", "esi"]
    never = _seen(cast, visitor, reverse(name, args=[NEVER_TOKEN]), NEVER_TOKEN, before)
    live = _seen(cast, visitor, url, token, before)
    asks_who = visitor in {"locked", "half"} or (visitor == "nobody") == (name == "spaces:asked")
    assert (live != never) == (not asks_who or (visitor == "half" and name == "spaces:invitation"))
    for over in (_expire, _withdraw):
        with undone():
            over(cast.members["esi"])
            assert _seen(cast, visitor, url, token, tables()) == never


def _expire(_maker: Any) -> None:
    Invitation.objects.update(expires_at=timezone.now())


def _withdraw(maker: Any) -> None:
    inviting.withdraw(maker.fresh().keyring)


def _seen(cast: Cast, visitor: str, url: str, token: object, before: dict[str, Any]) -> tuple[object, ...]:
    return ask(cast.browser(visitor), "GET", url, {}, before).without(token)


@pytest.mark.parametrize("visitor", VISITORS)
def test_a_calendar_that_was_ended_is_one_that_never_was(
    visitor: str, cast: Cast, before: dict[str, Any]
) -> None:
    url, parts = address("notices:feed", cast, "alma")
    never_url, never_parts = address("notices:feed", cast, "never")
    never = ask(cast.browser(visitor), "GET", never_url, {}, before)
    with undone():
        choices.close_feed(cast.members["alma"].id)
        ended = ask(cast.browser(visitor), "GET", url, {}, tables())
    assert never.status == 404
    assert ended.without(*parts.values()) == never.without(*never_parts.values())
    assert ended.queries == never.queries


def test_a_device_of_another_is_none(cast: Cast, before: dict[str, Any]) -> None:
    """The one object that is named by a form and not by an address."""
    hers = cast.objects["device", "alma"]
    for name in ("people:end-device", "people:devices"):
        url = reverse(name)
        asked = [{"device": device, "label": "a"} for device in (hers, UUID(int=7), "x")]
        ends = [ask(cast.browser("ben"), "POST", url, form, before) for form in asked]
        assert {answer.word for answer in ends} == {"none"}
        assert len({answer.without() for answer in ends}) == 1
        assert not any(answer.changed for answer in ends)
        assert ask(cast.browser("alma"), "POST", url, {"device": hers, "label": "a"}, before).changed
