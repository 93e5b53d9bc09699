"""Names for what body and mind do, which to follow, and one's own words."""

import pytest

from stepwell.own.selfcare import api, following
from stepwell.own.selfcare.models import Day, Following
from stepwell.own.selfcare.signs import SIGNS
from stepwell.own.selfcare.testing import follow, put_numbers
from stepwell.own.selfcare.tests.cast import Actor, checked, today

pytestmark = pytest.mark.django_db


def test_every_sign_is_named_with_what_it_is_like_and_none_is_chosen_for_anybody(esi: Actor) -> None:
    page = esi.see("/signs/")
    for sign in SIGNS:
        assert str(sign.label) in page
        assert str(sign.like).split(".")[0] in page
    assert checked(page, "follow") == []
    assert "no diagnosis" in page
    assert not Following.objects.exists()


def test_following_some_and_one_of_ones_own(esi: Actor) -> None:
    esi.send("/signs/", {"follow": ["sleep", "anger"], "new": "  the   lift at work "})
    labels = [sign.label for sign in following.followed(esi.keyring)]
    assert labels == ["Anger", "Trouble with sleep", "the lift at work"]
    own = following.followed(esi.keyring)[-1]
    assert checked(esi.see("/signs/"), "follow") == ["anger", "sleep", own.key]
    esi.send("/signs/", {"follow": [own.key]})
    assert [sign.key for sign in following.followed(esi.keyring)] == [own.key]


def test_unfollowing_keeps_the_numbers_and_the_name(esi: Actor) -> None:
    own = follow(esi.keyring, new="the lift")[0]
    put_numbers(esi.keyring, today(), **{own: 6})
    esi.send("/signs/", {"follow": []})
    assert following.followed(esi.keyring) == ()
    assert [number.value for number in api.numbers(esi.keyring)] == [6]
    assert "the lift" in esi.see("/signs/")
    assert "the lift" in esi.see("/signs/weeks/")


def test_the_same_name_again_is_the_same_sign(esi: Actor) -> None:
    own = follow(esi.keyring, new="the lift")[0]
    follow(esi.keyring)
    esi.send("/signs/", {"new": "the lift"})
    assert [sign.key for sign in following.followed(esi.keyring)] == [own]


def test_ones_own_words_for_them(esi: Actor) -> None:
    own = follow(esi.keyring, "shame", new="the lift")[-1]
    assert 'value="Shame and blaming myself"' in esi.see("/signs/words/")
    esi.send("/signs/words/", {"shame": "the pit", own: "lifts"})
    assert [sign.label for sign in following.followed(esi.keyring)] == ["the pit", "lifts"]
    esi.send("/signs/words/", {"shame": "", own: ""})
    assert [sign.label for sign in following.followed(esi.keyring)] == ["Shame and blaming myself", "lifts"]


@pytest.mark.parametrize(
    ("url", "field"), [("/signs/", "new"), ("/signs/words/", "sleep")], ids=["new", "words"]
)
def test_too_long_a_word_is_said_and_kept_on_the_page(url: str, field: str, esi: Actor) -> None:
    follow(esi.keyring, "sleep")
    page = esi.send(url, {"follow": ["sleep"], field: "w" * 61}, 422).content.decode()
    assert "At most 60 characters fit here." in page
    assert "w" * 61 in page
    assert [sign.label for sign in following.followed(esi.keyring)] == ["Trouble with sleep"]


def test_there_is_an_end_to_how_many(esi: Actor) -> None:
    for number in range(following.MOST):
        follow(esi.keyring, new=f"sign {number}")
    page = esi.send("/signs/", {"follow": ["sleep"], "new": "one more"}, 422).content.decode()
    assert "as many as fit" in page
    assert "one more" in page
    assert "sleep" not in [sign.key for sign in following.followed(esi.keyring)]


def test_forgetting_asks_first_and_then_takes_name_and_numbers(esi: Actor) -> None:
    own = follow(esi.keyring, "sleep", new="the lift")[-1]
    put_numbers(esi.keyring, today(), sleep=3, **{own: 6})
    assert "the lift" in esi.see(f"/signs/forget/?sign={own}")
    assert Day.objects.count() == 1
    esi.send("/signs/forget/", {"sign": own})
    assert [(number.key, number.value) for number in api.numbers(esi.keyring)] == [("sleep", 3)]
    assert "the lift" not in esi.see("/signs/")
    esi.send("/signs/forget/", {"sign": "sleep"})
    assert not Day.objects.exists()


def test_a_sign_of_another_is_none(alma: Actor, ben: Actor) -> None:
    own = follow(alma.keyring, new="the lift")[0]
    ben.see(f"/signs/forget/?sign={own}", 404)
    ben.send("/signs/forget/", {"sign": own}, 404)
    ben.send("/signs/", {"follow": [own]}, 422)
    assert "the lift" not in ben.see("/signs/")
    assert [sign.label for sign in following.followed(alma.keyring)] == ["the lift"]


def test_half_chosen_signs_are_there_again(esi: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    from stepwell.own.selfcare.views import signs

    drafts = {"signs": {"follow": ["sleep", "anger"], "new": ["the li"]}}
    monkeypatch.setattr(signs, "kept_draft", lambda keyring, name: drafts.get(name))
    monkeypatch.setattr(signs, "drop_draft", lambda keyring, name: drafts.pop(name, None))
    page = esi.see("/signs/")
    assert checked(page, "follow") == ["anger", "sleep"]
    assert 'value="the li"' in page
    where = esi.send("/signs/", {"follow": ["sleep"]})["Location"]
    assert drafts == {}
    assert 'data-saved="signs"' in esi.see(where)
