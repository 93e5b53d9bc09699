"""What the couple and the one alone of the demonstration have behind them can be looked at."""

import re
from datetime import timedelta
from html import unescape
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from stepwell.ground.people.testing import Member, make_person, sign_in
from stepwell.ground.spaces.testing import make_couple
from stepwell.site.demo import alone, near, together
from stepwell.together.checkins.testing import keep_days

pytestmark = pytest.mark.django_db
ZONE = ZoneInfo("Europe/Berlin")
WELCOME_TO_BOTH = re.compile(r"<li><div>([^<]+)<form method=\"post\" action=\"/menu/line/")


class Seen:
    """The pages of one of the two, as they stand."""

    def __init__(self, member: Member) -> None:
        self.browser = Client()
        sign_in(self.browser, member)

    def __call__(self, path: str) -> str:
        answer = self.browser.get(path)
        assert answer.status_code == 200, path
        return unescape(answer.content.decode())


@pytest.fixture
def alma_and_ben() -> tuple[Seen, Seen]:
    alma, ben = (make_person(name, zone="Europe/Berlin") for name in ("Alma", "Ben"))
    make_couple(alma, ben)
    together.live(alma, ben, today=timezone.now().astimezone(ZONE).date(), zone=ZONE)
    return Seen(alma), Seen(ben)


def test_a_talk_that_both_wanted_kept_is_there_for_both(alma_and_ben: tuple[Seen, Seen]) -> None:
    for see, theirs in zip(alma_and_ben, ("Ben", "Alma"), strict=True):
        (kept,) = re.findall(r'href="(/dialogue/kept/[0-9a-f-]+/)"', see("/dialogue/"))
        said = see(kept)
        assert said.count('class="by"') == 2 * len(together.TURNS)
        assert f"{theirs}, giving back" in said


def test_the_rooms_of_drawing_near_are_filled(alma_and_ben: tuple[Seen, Seen]) -> None:
    alma, ben = alma_and_ben
    for see, mine, theirs in ((alma, near.HERS, near.HIS), (ben, near.HIS, near.HERS)):
        welcome = see("/menu/")
        assert set(WELCOME_TO_BOTH.findall(welcome)) == near.BOTH
        assert mine in welcome
        assert theirs not in welcome
        assert "The next may be from" in welcome
    assert "You would like Ben to hear this." in alma("/openness/")
    assert "A little deeper" in alma("/openness/"), "what she told went well"
    for words in ("Alma would like to tell you something.", near.FALL, "You heard it"):
        assert words in ben("/openness/")
    for see, note in ((alma, "You left the light on"), (ben, "Soup on Thursday")):
        assert note in see("/affection/").partition("Laid down by you")[0]
    for see in (alma, ben):
        assert '<p class="big">Touch in turns</p>' in see("/touch/")
        assert "Ask for a quiet time" in see("/touch/"), "nothing stands"
    assert "My forearms" in alma("/touch/ask/")
    assert "My forearms" not in ben("/touch/ask/")
    assert near.NOT_NOW["say"] in ben("/pace/shown/")
    assert near.NOT_NOW["instead"] not in ben("/pace/shown/")
    for title in ("Bread in the oven", "Rain on the roof", "with the cat", "My hands go cold"):
        assert title in alma("/pace/paper/")


@pytest.mark.parametrize("later", [0, 3])
def test_the_days_of_one_alone_hold_what_goes_along(later: int) -> None:
    """On whatever weekday it is filled: a finding with its number, its range, its picture and its table."""
    esi = make_person("Esi", zone="Europe/Berlin")
    until = timezone.now().astimezone(ZONE).date() - timedelta(days=1 + later)
    assert alone.days(until) == alone.days(until)
    keep_days(esi.keyring, alone.days(until), zone=ZONE)
    see = Seen(esi)
    for page in ("/along/", "/along/?signal=calm"):
        said = see(page)
        assert "With better days" in said
        assert re.search(r"a walk”, your [a-z ]+ was about <b class=\"number\">[\d.]+ higher</b>", said)
        assert "<figure" in said
        assert "<tbody>" in said
