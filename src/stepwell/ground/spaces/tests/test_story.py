"""From an invitation to a space: the whole way, and everything that is not it."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from stepwell.ground.spaces.codes import settled
from stepwell.ground.spaces.comparing import pairing_of
from stepwell.ground.spaces.content import INVITATION_STATE, OPEN_INVITATION
from stepwell.ground.spaces.inviting import TRIES_AN_HOUR
from stepwell.ground.spaces.models import Answer, CodeTry, Compared, Invitation, Readiness, Space
from stepwell.ground.spaces.opened import couple_of
from stepwell.ground.spaces.tests.cast import CODE, INVITE, SPACE, WORDS, Actor, answered, body, enter_two
from stepwell.ground.vault.api import eight_words, get_state, my_bundle, pinned, seats

pytestmark = pytest.mark.django_db
ACCEPT = "/together/accept/"
ON_THE_WAY = (Invitation, Answer, Compared)


def test_the_whole_story_by_link(alma: Actor, ben: Actor) -> None:
    token, _code = alma.invites()
    stranger = Client().get(f"/invitation/{token}/")
    assert stranger.status_code == 200
    assert "Alma" not in body(stranger)
    assert f"next=%2Ftogether%2Finvitation%2F{token}%2F" in body(stranger)
    assert ben.browser.get(f"/invitation/{token}/")["Location"] == f"/together/invitation/{token}/"
    page = ben.see(f"/together/invitation/{token}/")
    assert "Alma asks you to share a space" in page
    assert not Answer.objects.exists(), "opening a link decides nothing"
    assert ben.send(ACCEPT, {"token": token})["Location"] == WORDS
    assert alma.browser.get(INVITE)["Location"] == WORDS
    words = ben.words()
    assert len(words) == 8
    assert words == alma.words()
    assert ben.says_same()["Location"] == WORDS
    assert couple_of(ben.keyring) is None, "one yes opens nothing"
    assert not Space.objects.exists()
    assert "The space opens when both have." in ben.see(WORDS)
    assert alma.says_same()["Location"] == SPACE
    for one, other in ((alma, ben), (ben, alma)):
        couple = couple_of(one.keyring)
        assert couple
        assert (couple.partner_id, couple.partner_name) == (other.member.id, other.member.name)
        assert not couple.paused
        assert seats(one.keyring, couple.circle) == {alma.member.id, ben.member.id}
        assert pinned(one.keyring, other.member.id) == my_bundle(other.keyring)
        assert other.member.name in one.see(SPACE)
    assert Readiness.objects.count() == 2
    assert not any(rows.objects.exists() for rows in ON_THE_WAY)


def test_the_short_way_by_code_whatever_its_letters_look_like(alma: Actor, ben: Actor) -> None:
    _token, code = alma.invites()
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    page = body(ben.send(CODE, {"code": typed}, status=200))
    assert "Alma asks you" in page
    assert f'name="code" value="{settled(code)}"' in page
    assert ben.send(ACCEPT, {"code": settled(code)})["Location"] == WORDS
    assert not CodeTry.objects.exists(), "a code that fits is no wrong try"


def test_link_and_code_are_found_and_not_held(alma: Actor) -> None:
    token, code = alma.invites()
    row = Invitation.objects.get()
    kept = b"".join(bytes(part) for part in (row.token, row.code, row.sealed_name))
    for secret in (token, code, settled(code), "Alma"):
        assert secret.encode() not in kept
    assert row.expires_at - row.made_at == timedelta(hours=48)
    page = alma.see(INVITE)
    assert f"{settings.ORIGIN}/invitation/{token}/" in page
    assert " style=" not in page
    assert '<svg viewBox="0 0' in page


def test_unknown_used_expired_and_withdrawn_are_the_same_bytes(alma: Actor, ben: Actor, esi: Actor) -> None:
    def bytes_of(browser: Client, address: str) -> bytes:
        answer = browser.get(address)
        assert answer.status_code == 410, address
        return bytes(answer.content)

    for browser, way in ((esi.browser, "/together/invitation/"), (Client(), "/invitation/")):
        unknown = bytes_of(browser, f"{way}never-was/")
        token, _code = alma.invites()
        Invitation.objects.update(expires_at=timezone.now())
        assert bytes_of(browser, f"{way}{token}/") == unknown
        token, _code = alma.invites()
        alma.send(INVITE + "withdraw/")
        assert bytes_of(browser, f"{way}{token}/") == unknown
    answered(alma, ben)
    token = get_token(alma)
    used = bytes_of(esi.browser, f"/together/invitation/{token}/")
    assert used == bytes_of(esi.browser, "/together/invitation/never-was/")
    esi.send(ACCEPT, {"token": token}, status=410)
    assert Answer.objects.get().person_id == ben.member.id


def get_token(actor: Actor) -> str:
    kept = get_state(actor.keyring, INVITATION_STATE, OPEN_INVITATION)
    assert kept
    return kept.token


def test_an_expired_one_can_be_made_anew(alma: Actor, ben: Actor) -> None:
    token, _code = alma.invites()
    Invitation.objects.update(expires_at=timezone.now())
    ben.send(ACCEPT, {"token": token}, status=410)
    fresh, _code = alma.invites()
    assert fresh != token
    assert Invitation.objects.count() == 1


def test_wrong_codes_slow_down_for_one_person_and_one_hour(alma: Actor, ben: Actor, esi: Actor) -> None:
    _token, code = alma.invites()
    for _ in range(TRIES_AN_HOUR):
        ben.send(CODE, {"code": "0000-0000"}, status=410)
    ben.send(CODE, {"code": code}, status=429)
    ben.send(ACCEPT, {"code": code}, status=429)
    assert not Answer.objects.exists()
    esi.send(CODE, {"code": code}, status=200)
    CodeTry.objects.update(at=timezone.now() - timedelta(hours=1, seconds=1))
    ben.send(CODE, {"code": code}, status=200)
    assert not CodeTry.objects.exists()


def test_a_code_of_another_length_is_no_try(ben: Actor) -> None:
    assert "eight letters and numbers" in body(ben.send(CODE, {"code": "ABC"}, status=200))
    assert not CodeTry.objects.exists()


def test_words_that_differ_end_the_invitation_for_both(alma: Actor, ben: Actor) -> None:
    answered(alma, ben)
    ben.says_same()
    assert alma.send(WORDS + "differ/")["Location"] == WORDS + "different/"
    assert "Nothing was shared." in alma.see(WORDS + "different/")
    alma.send(WORDS + "differ/")
    assert not any(rows.objects.exists() for rows in ON_THE_WAY)
    assert ben.browser.get(WORDS)["Location"] == INVITE
    assert not Space.objects.exists()


def test_somebody_in_between_shows_as_other_words(alma: Actor, ben: Actor, esi: Actor) -> None:
    answered(alma, ben)
    Answer.objects.update(person_id=esi.member.id, bundle=my_bundle(esi.keyring))
    assert alma.words() != ben_words_as_before(alma, ben)


def ben_words_as_before(alma: Actor, ben: Actor) -> list[str]:
    return eight_words(Invitation.objects.get().id, my_bundle(alma.keyring), my_bundle(ben.keyring))


def test_a_yes_counts_for_the_words_that_were_on_the_page(alma: Actor, ben: Actor) -> None:
    answered(alma, ben)
    page = alma.send(WORDS + "same/", {"shown": "0" * 64}, status=409)
    assert "They are the same" in body(page)
    assert not Compared.objects.exists()
    assert pinned(alma.keyring, ben.member.id) is None


def test_nobody_accepts_their_own(alma: Actor) -> None:
    token, code = alma.invites()
    assert "your own invitation" in alma.see(f"/together/invitation/{token}/")
    alma.send(ACCEPT, {"token": token}, status=409)
    alma.send(ACCEPT, {"code": code}, status=409)
    assert not Answer.objects.exists()


def test_one_space_at_a_time(alma: Actor, db: None) -> None:
    chidi, _dara = enter_two("Chidi", "Dara")
    assert "You share a space already" in chidi.see(INVITE)
    chidi.send(INVITE, status=409)
    token, _code = alma.invites()
    assert "You share a space already" in chidi.see(f"/together/invitation/{token}/")
    chidi.send(ACCEPT, {"token": token}, status=409)
    assert not Answer.objects.exists()


def test_one_comparing_at_a_time(alma: Actor, ben: Actor, esi: Actor) -> None:
    token, _code = esi.invites()
    answered(alma, ben)
    for busy in (alma, ben):
        busy.send(ACCEPT, {"token": token}, status=409)
    ben.send(INVITE)
    assert Invitation.objects.filter(person_id=ben.member.id).count() == 0
    assert Answer.objects.count() == 1


def test_accepting_ends_what_one_had_sent_out(alma: Actor, ben: Actor, esi: Actor) -> None:
    sent, _code = ben.invites()
    answered(alma, ben)
    esi.send(ACCEPT, {"token": sent}, status=410)


def test_either_may_stop_while_comparing(alma: Actor, ben: Actor) -> None:
    answered(alma, ben)
    alma.says_same()
    alma.send(INVITE + "withdraw/")
    assert ben.browser.get(WORDS)["Location"] == INVITE
    assert not any(rows.objects.exists() for rows in ON_THE_WAY)


def test_forms_sent_twice_do_it_once(alma: Actor, ben: Actor) -> None:
    token, code = alma.invites()
    assert alma.invites() == (token, code)
    for _ in range(2):
        ben.send(ACCEPT, {"token": token})
    assert Answer.objects.count() == 1
    shown = {"shown": shown_to(ben)}
    for _ in range(2):
        ben.send(WORDS + "same/", shown)
    assert Compared.objects.count() == 1
    shown = {"shown": shown_to(alma)}
    for _ in range(2):
        assert alma.send(WORDS + "same/", shown)["Location"] == SPACE
    assert Space.objects.count() == 1


def shown_to(actor: Actor) -> str:
    pairing = pairing_of(actor.keyring)
    assert pairing
    return pairing.shown
