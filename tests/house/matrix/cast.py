"""Everybody who may come to the door, and everything they could ask for.

Alma and Ben share an open space. Femi had one with Alma before; she left it and let him keep what she had
shown. Chidi and Dara are another couple, Esi is alone and has an invitation on its way. Alma has a second
factor and a second passphrase, so that she can also stand there locked, or with one factor of two.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from uuid import UUID, uuid4

import pyotp
from django.http import HttpResponse
from django.test import Client

from stepwell.ground.notices import choices
from stepwell.ground.notices.models import MailAddress
from stepwell.ground.people import factors, passphrases, signins
from stepwell.ground.people.models import SignIn
from stepwell.ground.people.testing import Member, make_person, sign_in
from stepwell.ground.record import api as record
from stepwell.ground.spaces import inviting, leaving
from stepwell.ground.spaces.api import couple_of
from stepwell.ground.spaces.testing import make_couple
from stepwell.ground.vault.api import open_for_server
from stepwell.own.learning.api import readings
from stepwell.own.selfcare import testing as selfcare
from stepwell.together.checkins import own, times, writing
from stepwell.together.checkins.content import AnswersV1
from stepwell.together.checkins.models import Times
from stepwell.together.checkins.testing import keep_one
from stepwell.together.pathway.testing import answer_myself, on_landing
from tests.house.matrix import days_ahead, near, opened_up, own_pages, said_and_asked, talked, written_down

NOW = datetime(2026, 3, 4, 18, 0, 5, tzinfo=UTC)
PASSPHRASE = "the second door is painted green"
TURN = UUID("0192aaaa-0000-4000-8000-0000000000aa")
VISITORS = ("nobody", "alma", "ben", "chidi", "esi", "femi", "locked", "half")
OWNERS = ("alma", "ben", "chidi", "esi", "femi")
NEVER = UUID("0192aaaa-bbbb-7ccc-8ddd-eeeeffff0000")
NEVER_TOKEN = "k7Zq0aaaaaaaaaaaaaaaaaaaaaaaaaaa"


@dataclass
class Cast:
    members: dict[str, Member] = field(default_factory=dict)
    cookies: dict[str, dict[str, str]] = field(default_factory=dict)
    # What stands in an address, by the name of the converter and the owner's name.
    objects: dict[tuple[str, str], object] = field(default_factory=dict)
    code: str = ""
    invitation_code: str = ""
    # Words that only these may ever see, in any answer.
    words: dict[str, frozenset[str]] = field(default_factory=dict)

    def plant(self, words: str, *readers: str) -> str:
        self.words[words] = frozenset(readers)
        return words

    def browser(self, visitor: str) -> Client:
        client = Client(raise_request_exception=True)
        for name, value in self.cookies[visitor].items():
            client.cookies[name] = value
        return client


def build() -> Cast:
    cast = Cast()
    for name in ("Alma", "Ben", "Chidi", "Dara", "Esi", "Femi"):
        cast.members[name.lower()] = make_person(name)
    _former_couple(cast)
    make_couple(cast.members["alma"], cast.members["ben"])
    make_couple(cast.members["chidi"], cast.members["dara"])
    _writings(cast)
    _times(cast)
    _landings(cast)
    _pauses(cast)
    written_down.build(cast)
    days_ahead.build(cast)
    said_and_asked.build(cast)
    own_pages.build(cast)
    talked.build(cast)
    opened_up.build(cast)
    near.build(cast)
    _tokens(cast)
    _looked(cast)
    _ways_in(cast)
    return cast


def _looked(cast: Cast) -> None:
    """Everybody has seen what was signed so far: seeing it again changes nothing."""
    for who in OWNERS:
        keyring = cast.members[who].fresh().keyring
        for circle in keyring.circles - {keyring.own}:
            record.look(keyring, circle)
    alma = cast.members["alma"].fresh()
    theirs = record.events(alma.keyring, couple_of(alma.keyring).circle)  # type: ignore[union-attr]  # they are two
    cast.objects["event", "alma"] = str([event.i for event in theirs if event.signer == alma.id][-1])


def _keep(cast: Cast, who: str, words: str, show: Iterable[str] = ()) -> UUID:
    member = cast.members[who].fresh()
    couple = couple_of(member.keyring)
    return keep_one(
        member.keyring,
        AnswersV1(safety=6, noticed=words, intend=cast.plant(f"{who} intends alone {uuid4().hex}", who)),
        now=NOW,
        show=show,
        couple_circle=couple.circle if couple and show else None,
    )


def _former_couple(cast: Cast) -> None:
    alma, femi = cast.members["alma"], cast.members["femi"]
    make_couple(alma, femi)
    before = _keep(cast, "alma", cast.plant("what alma showed femi before", "alma", "femi"), ("noticed",))
    cast.objects["check_in", "alma, before"] = before
    leaving.leave(alma.fresh().keyring, take_back=False)
    # At his next visit Femi, who was left behind, gets a key of his own.
    couple_of(femi.fresh().keyring)
    alma.fresh()


def _writings(cast: Cast) -> None:
    for who in OWNERS:
        readers = {"alma": ("alma", "ben"), "ben": ("alma", "ben"), "chidi": ("chidi", "dara")}.get(
            who, (who,)
        )
        words = cast.plant(f"what {who} noticed today", *readers)
        shown = ("noticed",) if len(readers) > 1 else ()
        cast.objects["check_in", who] = check_in = _keep(cast, who, words, shown)
        member = cast.members[who].fresh()
        own.learn_words(member.keyring, {"hard": (f"own:{cast.plant(f'{who} word', who)}",)})
        cast.objects["wording", who] = _put_aside(cast, who, check_in)
        cast.objects["day", who] = NOW.date().isoformat()
        cast.objects["article", who] = readings()[0].url.strip("/").rpartition("/")[2]
    cast.objects["wording", "alma, before"] = cast.objects["wording", "alma"]


def _put_aside(cast: Cast, who: str, check_in: UUID) -> UUID:
    """A second wording, kept beside the first because both were written at once."""
    aside = AnswersV1(noticed=cast.plant(f"{who} wrote this elsewhere", who))
    keyring = cast.members[who].keyring
    try:
        writing.correct(keyring, check_in, answers=aside, revision=7_000, couple=None)
    except writing.ChangedElsewhere:
        return writing.mine(keyring, check_in)[1].aside[0].id
    raise AssertionError("nothing was kept aside")


def _times(cast: Cast) -> None:
    for who in OWNERS:
        member = cast.members[who].fresh()
        times.add_own(member.keyring, time(20, 30), frozenset({0, 3}))
        row = Times.objects.get(person_id=member.id)
        cast.objects["times", who] = row.id
    for who in ("alma", "chidi"):
        couple = couple_of(cast.members[who].fresh().keyring)
        assert couple
        times.suggest(cast.members[who].keyring, couple, time(21, 0), frozenset({2}))
        cast.objects["suggested", who] = Times.objects.get(circle_id=couple.circle).id
    for who in ("ben", "esi", "femi"):
        cast.objects["suggested", who] = cast.objects["times", who]


def _landings(cast: Cast) -> None:
    for who in OWNERS:
        note = cast.plant(f"{who} asks themselves", who)
        member = cast.members[who].fresh()
        cast.objects["answers", who] = answer_myself(member.keyring, note=note, day=NOW.date())
    on_landing(cast.members["alma"].keyring, 3, turn=TURN)


def _pauses(cast: Cast) -> None:
    for who in OWNERS:
        keyring = cast.members[who].fresh().keyring
        selfcare.follow(keyring, "sleep", new=cast.plant(f"{who} follows", who))
        words = cast.plant(f"{who} wrote afterwards", who)
        cast.objects["note", who] = selfcare.keep_after(keyring, note=words, now=NOW)
        cast.objects["gauge", who] = selfcare.keep_now(keyring, "over", 5, now=NOW)
        cast.objects["practice", who], cast.objects["state", who] = "rest", "numb"


def _tokens(cast: Cast) -> None:
    alma, esi = cast.members["alma"], cast.members["esi"]
    inviting.invite(esi.fresh().keyring, "Esi")
    mine = inviting.my_invitation(esi.keyring)
    assert mine
    cast.objects["invitation", "esi"], cast.invitation_code = mine[0].token, mine[0].code
    choices.ask(alma.id, cast.plant("alma@home.example", "alma"))
    asked = choices.new_token()
    _ask_again(alma.id, asked)
    assert choices.confirm(asked)
    row = MailAddress.objects.get(pk=alma.id)
    cast.objects["stop", "alma"] = open_for_server("mail stop", bytes(row.stop_token)).decode()
    cast.objects["confirm", "alma"] = waiting = choices.new_token()
    choices.ask(alma.id, cast.plant("alma@another.example", "alma"))
    _ask_again(alma.id, waiting)
    cast.objects["feed", "alma"] = choices.open_feed(alma.id)


def _ask_again(person_id: UUID, token: str) -> None:
    """The letter's own token is in the letter alone; this puts one that is known here in its place."""
    from stepwell.ground.notices.models import Unconfirmed
    from stepwell.ground.vault.api import lookup

    Unconfirmed.objects.filter(pk=person_id).update(token=lookup("mail confirm", token))


def _ways_in(cast: Cast) -> None:
    alma = cast.members["alma"].fresh()
    seed = factors.new_seed()
    assert factors.begin(alma.keyring, seed, pyotp.TOTP(seed).at(int(NOW.timestamp()) - 30))
    cast.code = pyotp.TOTP(seed).at(int(NOW.timestamp()))
    cast.cookies["nobody"] = {}
    for who in OWNERS:
        cast.cookies[who] = _cookie(cast.members[who].fresh())
    visit = signins.find(cast.cookies["alma"][signins.COOKIE])
    assert visit
    passphrases.put(visit, PASSPHRASE)
    cast.cookies["locked"] = _cookie(alma)
    cast.objects["device", "alma"] = SignIn.objects.filter(person_id=alma.id).order_by("-id")[0].pk
    response = HttpResponse()
    signins.begin_half(response, alma.master, stay=True)
    cast.cookies["half"] = {name: morsel.value for name, morsel in response.cookies.items() if morsel.value}


def _cookie(member: Member) -> dict[str, str]:
    client = Client()
    sign_in(client, member)
    return {name: morsel.value for name, morsel in client.cookies.items() if morsel.value}


__all__ = ["NEVER", "NEVER_TOKEN", "NOW", "OWNERS", "PASSPHRASE", "VISITORS", "Cast", "build"]
