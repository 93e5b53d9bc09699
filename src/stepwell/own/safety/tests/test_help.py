"""Numbers: right, first what is urgent, and no trace of anybody who looked."""

import re
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.test import Client

from stepwell.own.safety import leaf as leaves
from stepwell.own.safety import numbers, release
from stepwell.own.safety.numbers_words import COUNTRIES, KINDS
from stepwell.own.safety.page_of_numbers import digits, page_for_anyone
from stepwell.own.safety.tests.cast import HELP, Actor, body, enter

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 21)


def counted() -> dict[str, list[str]]:
    return {
        model._meta.label: [str(row) for row in model._default_manager.values_list()]
        for model in apps.get_models()
    }


@pytest.fixture
def nobody() -> Client:
    return Client()


def test_the_emergency_number_comes_first_and_big_in_every_country(nobody: Client) -> None:
    for code, country in numbers.countries().items():
        page = body(nobody.get(HELP, {"country": code}))
        first = page.index('class="call')
        emergency = country.lines[0]
        assert emergency.kind == "emergency"
        assert page[first:].startswith(f'class="call now" href="tel:{digits(emergency.call)}">')


def test_every_country_of_the_list_has_somebody_for_each_need() -> None:
    for country in numbers.countries().values():
        kinds = {line.kind for line in country.lines}
        assert {"emergency", "talk", "home", "assault"} <= kinds <= set(KINDS), country.code
        for line in country.lines:
            assert not line.call or digits(line.call)
            assert not line.word or line.sms
    assert list(numbers.countries()) == list(COUNTRIES)


@pytest.mark.parametrize(
    ("code", "kind", "call"),
    [
        ("US", "talk", "988"),
        ("US", "home", "1-800-799-7233"),
        ("GB", "home", "0808 2000 247"),
        ("NL", "talk", "0800-0113"),
        ("FR", "home", "3919"),
        ("IN", "talk", "14416"),
        ("EU", "home", "116 016"),
    ],
)
def test_numbers_that_were_read_at_their_source(code: str, kind: str, call: str) -> None:
    lines = [line for line in numbers.countries()[code].lines if (line.kind, line.call) == (kind, call)]
    assert lines
    assert all(line.verified_on for line in lines)


def test_what_nobody_has_read_says_so(nobody: Client) -> None:
    page = body(nobody.get(HELP, {"country": "IE"}))
    mens = page.split("01 554 3811")[1].split("</li>")[0]
    womens = page.split("1800 341 900")[1].split("</li>")[0]
    assert "Not yet checked at its source." in mens
    assert "Not yet checked" not in womens
    assert "Day and night." in womens


def test_whether_a_call_is_on_the_bill_is_said_where_it_is_known(nobody: Client) -> None:
    page = body(nobody.get(HELP, {"country": "DE"}))
    assert "The call is not on the phone bill." in page.split("116 016")[1].split("</li>")[0]


def test_a_country_without_numbers_gets_a_calm_page(nobody: Client) -> None:
    for odd in ("ZZ", "de", "\u202e", "DE,FR", "../"):
        page = body(nobody.get(HELP, {"country": odd}))
        assert "There are no numbers here for that country." in page
        assert 'href="tel:112"' in page
    assert "There are no numbers here" not in body(nobody.get(HELP))


def test_the_clock_chooses_the_country_until_its_owner_does() -> None:
    for zone, number in {"Europe/London": "999", "Pacific/Auckland": "111", "America/Boise": "911"}.items():
        page = enter(zone, zone).see(HELP)
        assert page.index(f'class="call now" href="tel:{number}"') == page.index('class="call now"')
    assert "Somewhere else" in enter("Femi", "Africa/Lagos").see(HELP).split("</header>")[1].split("</p>")[0]


def test_a_chosen_country_is_kept_for_its_owner_alone(alma: Actor, ben: Actor) -> None:
    before = ben.see(HELP)
    assert alma.send(HELP, {"country": "NZ"})["Location"] == HELP
    assert 'class="call now" href="tel:111"' in alma.see(HELP)
    assert ben.see(HELP) == before
    assert leaves.leaf_of(alma.keyring).country == "NZ"


def test_looking_leaves_no_trace(alma: Actor, nobody: Client) -> None:
    alma.see("/today/")
    before = counted()
    for _ in range(2):
        alma.see(HELP)
        alma.see(f"{HELP}?country=FR")
    nobody.get(HELP)
    assert counted() == before
    assert "New Zealand" not in alma.see(HELP).split("</header>")[1].split("</p>")[0]


def test_signed_out_a_choice_is_in_the_address_and_nowhere_else(nobody: Client) -> None:
    before = counted()
    answer = nobody.get(HELP, {"country": "ES"})
    assert 'href="tel:024"' in body(answer)
    assert not answer.cookies
    assert nobody.post(HELP, {"country": "ES"})["Location"] == "/help/?country=ES"
    assert counted() == before


def test_a_choice_that_is_none_changes_nothing(alma: Actor) -> None:
    page = body(alma.send(HELP, {"country": "Atlantis"}, status=422))
    assert "There are no numbers here for that country." in page
    assert leaves.leaf_of(alma.keyring).country == ""


def test_every_country_is_on_the_page_for_times_without_a_connection(nobody: Client) -> None:
    page = page_for_anyone()
    assert page == body(nobody.get(HELP)), "what is kept is what anybody would get"
    for line in numbers.every_line():
        assert line.reach in page
    assert len(page.encode()) < 40_000
    worker = body(nobody.get("/sw.js"))
    assert '"/help/"' in worker


def test_no_link_leads_out_and_nothing_is_asked_of_others(nobody: Client) -> None:
    page = page_for_anyone()
    assert not re.search(r"https?://", page)
    assert "findahelpline.com" in page


def test_a_number_older_than_half_a_year_is_named() -> None:
    read = [line.verified_on for line in numbers.every_line() if line.verified_on]
    assert list(release.old_numbers(min(read) + timedelta(days=180))) == []
    named = list(release.old_numbers(max(read) + timedelta(days=181)))
    assert len(named) == len(read)
    assert any("GB home National Domestic Abuse Helpline 0808 2000 247" in line for line in named)


def test_the_release_check_names_what_nobody_has_read(capsys: pytest.CaptureFixture[str]) -> None:
    missing = [line for line in numbers.every_line() if line.verified_on is None]
    assert len(list(release.never_read())) == len(missing) > 0
    assert release.main() == 1
    assert "IE home Men’s Aid 01 554 3811 was never read" in capsys.readouterr().out


def test_a_file_that_does_not_fit_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="numbers_words"):
        numbers._line("DE", {"kind": "talk", "call": "1", "source": "x", "hours": "sometimes"})
    with pytest.raises(ValueError, match="a way to reach it"):
        numbers._line("DE", {"kind": "talk", "source": "x"})
