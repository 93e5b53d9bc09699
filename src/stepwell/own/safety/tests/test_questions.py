"""The questions on their pages: nothing before the button, all of it said once."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from stepwell.ground.ui.api import offers
from stepwell.own.safety import leaf as leaves
from stepwell.own.safety.api import Joint, hold, may
from stepwell.own.safety.models import Leaf
from stepwell.own.safety.testing import answer, clear
from stepwell.own.safety.tests.cast import ASK, GROUND, Actor, body

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def test_first_it_asks_whether_it_is_private_and_no_is_a_calm_way_out(esi: Actor) -> None:
    first = esi.see("/mine/questions/")
    assert "Can you answer privately now?" in first
    assert 'href="/mine/questions/later/"' in first
    assert "Nothing was kept" in esi.see("/mine/questions/later/")
    assert Leaf.objects.count() == 0


def test_the_sheet_shows_hark_with_its_attribution_and_nothing_chosen(esi: Actor) -> None:
    page = esi.see(ASK)
    assert "Within the last year, have you been…" in page
    assert "BMC Family Practice 2007;8:49" in page
    assert page.count('type="radio"') == 33
    assert " checked" not in page
    assert "data-draft=" not in page


def test_all_no_is_kept_and_never_called_safe(esi: Actor) -> None:
    said = esi.answers()
    assert "Nothing in them keeps your part of a step for two closed." in said
    assert "safe" not in said.split("<main")[1].split("</main>")[0].lower().replace("safety", "")
    assert may(esi.keyring, Joint.STEP)


@pytest.mark.parametrize(
    ("yes", "left", "words"),
    [
        (("a",), (), "What you said matters."),
        (("h",), (), "One question cannot tell two things apart."),
        ((), ("r",), "That is an answer too."),
        (("hurt",), (), "It takes something to say that."),
    ],
)
def test_what_it_means_is_said_once_with_numbers(
    esi: Actor, yes: tuple[str, ...], left: tuple[str, ...], words: str
) -> None:
    said = esi.answers(yes=yes, left=left)
    assert words in said
    assert 'href="tel:112"' in said
    assert "116 016" in said
    assert not may(esi.keyring, Joint.STEP)
    for page in ("/mine/questions/", ASK, GROUND, "/mine/", "/today/", "/help/"):
        assert words not in esi.see(page)


def test_somebody_who_used_violence_is_shown_a_way_to_stop(esi: Actor) -> None:
    assert "help somebody stop" in esi.answers(yes=("hurt",))
    assert "There are programmes for whoever wants to stop." in esi.see(GROUND)


def test_the_day_from_which_to_answer_again_is_named(esi: Actor) -> None:
    with time_machine.travel(NOON, tick=False):
        assert "From Saturday 28 November the questions leave the betrayal aside" in esi.answers(yes=("h",))
        assert "leave the betrayal itself aside" not in esi.see(ASK)
    with time_machine.travel(NOON + timedelta(days=7), tick=False):
        assert "This time the questions leave the betrayal itself aside." in esi.see(ASK)
        assert "Nothing in them" in esi.answers(yes=("h",))
        assert may(esi.keyring, Joint.CLOSENESS)


@pytest.mark.parametrize("odd", ["maybe", "", "1", "\u202e", "yes\x00"])
def test_an_answer_out_of_range_changes_nothing(esi: Actor, odd: str) -> None:
    clear(esi.keyring)
    before = leaves.leaf_of(esi.keyring)
    page = body(esi.send(ASK, esi.form(yes=("k",)) | {"a": odd}, status=422))
    assert "I would rather not say” is an answer too" in page
    assert leaves.leaf_of(esi.keyring) == before


def test_half_a_form_keeps_what_was_chosen_on_the_page_and_nothing_else(esi: Actor) -> None:
    half = {key: answer for key, answer in esi.form(yes=("k",)).items() if key in {"h", "k", "round"}}
    page = body(esi.send(ASK, half, status=422))
    assert page.count(" checked") == 2
    assert page.count('class="error"') == 9
    summary = page.partition('role="alert"')[2].partition("</div>")[0]
    assert 'href="#id_a_0"' in summary, "the first that is open"
    assert "raped" not in summary, "no wall of the questions"
    assert 'id="id_a_0"' in page
    assert Leaf.objects.count() == 0


def test_a_second_page_left_open_takes_nothing_back(esi: Actor) -> None:
    old = esi.form(yes=("a",))
    esi.answers()
    before = leaves.leaf_of(esi.keyring)
    page = body(esi.send(ASK, old, status=409))
    assert "Those answers stand" in page
    assert leaves.leaf_of(esi.keyring) == before
    esi.send(ASK, esi.form() | {"round": "nonsense"}, status=409)
    assert leaves.leaf_of(esi.keyring) == before


def test_pressed_twice_is_answered_once(esi: Actor) -> None:
    sent = esi.form(yes=("a",))
    first, second = (body(esi.send(ASK, sent, status=200)) for _ in range(2))
    assert first == second
    assert leaves.leaf_of(esi.keyring).rounds == 1


def causes(somebody: Actor) -> list[str]:
    """The page of the gate for everything that may have led there."""
    pages = [somebody.see(GROUND)]
    hold(somebody.keyring, "pathway.2")
    pages.append(somebody.see(GROUND))
    for yes, left in (((), ()), (("a", "k"), ()), (("h",), ()), ((), ("r",)), (("hurt",), ())):
        answer(somebody.keyring, yes=yes, left_open=left)
        pages.append(somebody.see(GROUND))
    with time_machine.travel(NOON + timedelta(days=900), tick=False):
        clear(somebody.keyring)
    pages.append(somebody.see(GROUND))
    return pages


def test_the_gates_page_is_the_same_bytes_for_every_cause(alma: Actor) -> None:
    pages = causes(alma)
    assert len(pages) == 8
    assert len(set(pages)) == 1


def test_on_my_own_is_chosen_unless_changed_and_is_an_ordinary_pause(alma: Actor, ben: Actor) -> None:
    chosen = [tag for tag in re.findall(r"<input[^>]*>", alma.see(GROUND)) if " checked" in tag]
    assert ['value="alone"' in tag for tag in chosen] == [True]
    assert "The space for two rests" not in ben.see("/together/space/")
    assert alma.send(GROUND, {"way": "alone"})["Location"] == "/mine/ground/alone/"
    assert "The space for two rests" in ben.see("/together/space/")
    assert "it rests" in alma.see("/mine/ground/alone/")


def test_only_what_feels_safe_changes_nothing_for_anybody(alma: Actor, ben: Actor) -> None:
    before = ben.see("/together/space/")
    assert alma.send(GROUND, {"way": "some"})["Location"] == "/mine/ground/some/"
    assert "Nothing has changed" in alma.see("/mine/ground/some/")
    assert ben.see("/together/space/") == before


def test_leaving_leads_to_the_page_that_says_what_each_keeps(alma: Actor, esi: Actor) -> None:
    assert alma.send(GROUND, {"way": "leave"})["Location"] == "/together/space/leave/"
    assert esi.send(GROUND, {"way": "alone"})["Location"] == "/mine/ground/alone/"


def test_a_way_that_is_none_of_the_three_is_refused(alma: Actor, ben: Actor) -> None:
    page = body(alma.send(GROUND, {"way": "pause him"}, status=422))
    assert "Please choose one of the answers on the page." in page
    assert "The space for two rests" not in ben.see("/together/space/")


def test_opening_knowingly_needs_ones_own_word(alma: Actor) -> None:
    open_it = {"joint": ["step", "dialogue"]}
    assert "your own word" in body(alma.send("/mine/ground/open/", open_it, status=422))
    alma.send("/mine/ground/open/", {"joint": ["closeness"], "knowing": "on"}, status=422)
    alma.send("/mine/ground/open/", {"knowing": "on"}, status=422)
    assert not may(alma.keyring, Joint.STEP)
    assert alma.send("/mine/ground/open/", open_it | {"knowing": "on"})["Location"] == "/mine/ground/?kept"
    assert [may(alma.keyring, joint) for joint in Joint] == [True, True, False]
    alma.send("/mine/ground/close/")
    assert not may(alma.keyring, Joint.STEP)


def test_no_address_or_title_tells_what_it_is_about(esi: Actor) -> None:
    for page in ("/mine/questions/", ASK, GROUND, "/mine/plan/", "/mine/plan/paper/", "/mine/phone/"):
        title = esi.see(page).split("<title>")[1].split("</title>")[0]
        for telling in ("safe", "violence", "abuse", "screen", "gate", "danger"):
            assert telling not in (page + title).lower()


def test_the_home_page_offers_them_to_everybody_alike() -> None:
    [offer] = [offer for offer in offers() if offer.url_name == "safety:questions"]
    assert not offer.landings
    assert not offer.joint
    assert offer.states == {"inside"}
    assert not re.search(r"safe|fear|danger|harm", f"{offer.label} {offer.words}", re.IGNORECASE)
