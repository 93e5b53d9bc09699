"""What was typed is never cut or lost, whatever stands in its way."""

import pytest

from stepwell.own.selfcare.testing import keep_now
from stepwell.together.consent.models import Consent
from stepwell.together.consent.tests.cast import ASK, ASKED, PAGE, Actor, nothing_of_two


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"what": ""}, "A few words are needed"),
        ({"what": " \n . \x01"}, "A few words are needed"),
        ({"what": "x" * 241}, "At most 240 characters"),
        ({"what": "x" * 100_000}, "At most 240 characters"),
        ({"outs": "x" * 81}, "At most 80 characters fit into a line."),
        ({"outs": "\n".join(f"line {one}" for one in range(7))}, "At most 6 lines fit here."),
        ({"outs": "x\n" * 10_000}, "At most"),
        ({"hours": "25"}, "Please choose one of the answers"),
        ({"hours": "2"}, "Please choose one of the answers"),
        ({"hours": "-1"}, "Please choose one of the answers"),
    ],
)
def test_what_does_not_fit_comes_back_whole(alma: Actor, sent: dict[str, str], words: str) -> None:
    page = alma.asks(422, **sent).content.decode()
    assert words in page
    for kept in [sent[name] for name in ("what", "outs") if name in sent]:
        assert kept.strip() in page
    assert nothing_of_two()


def test_a_narrowing_that_does_not_fit_comes_back_whole(alma: Actor, ben: Actor) -> None:
    alma.asks()
    answered = ben.send(ben.asked(), {"outs": "y" * 81}, 422).content.decode()
    assert "y" * 81 in answered
    assert nothing_of_two() is False
    assert not Consent.objects.exists()


def test_over_the_edge_it_can_wait_and_the_words_are_there_again(alma: Actor, ben: Actor) -> None:
    alma.asks()
    before = alma.see()
    keep_now(ben.keyring, "over", 9)
    asked = ben.asked()
    assert "This can wait" in ben.send(asked, {"outs": "My hair"}, 200).content.decode()
    assert "This can wait" in ben.asks(200, what="A quiet hour").content.decode()
    assert not Consent.objects.exists()
    assert alma.see() == before
    assert "My hair" in ben.see(asked)
    assert "A quiet hour" in ben.see(ASK)
    assert "My hair" not in ben.see(ASK)


def test_signed_out_the_words_wait(alma: Actor, ben: Actor) -> None:
    alma.asks()
    asked = ben.asked()
    ben.browser.cookies.clear()
    assert ben.browser.get(asked)["Location"].startswith("/sign-in/")
    assert ben.browser.post(asked, {"outs": "My ears"}).status_code == 403
    ben.comes_back()
    assert ben.see(asked)


def test_half_written_words_are_there_again(alma: Actor) -> None:
    from stepwell.ground.people.api import begin_with

    where = begin_with(alma.keyring, "this-time", "Tea in\nthe garden", origin=alma.member.id)
    assert where
    assert "garden" not in where, "no word stands in an address"
    assert "Tea in the garden" in alma.see(where)
    sent = alma.send(where, ASKED | {"what": "Tea in the garden"})
    assert "begun=" in sent["Location"]
    assert "Tea in the garden" in alma.see()
    assert alma.led(where) == PAGE
