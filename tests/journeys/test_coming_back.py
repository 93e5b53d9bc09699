"""Ways in and ways back: a second step, a passkey, a lost password, somebody who should not be here."""

import json
import time
from collections.abc import Callable
from itertools import count

import pyotp
import pytest

from tests.fixtures.browser import Visit
from tests.fixtures.server import Serving
from tests.journeys.hands import HANDS
from tests.journeys.somebody import PASSWORD, Somebody

pytestmark = pytest.mark.journey
NEW = "a kettle on the landing"
_numbers = count(1)


@pytest.fixture(params=HANDS)
def hand(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def browser_of_hand(visit: Visit, hand: str) -> Callable[[str], Somebody]:
    """A new browser, used by that kind of hand, for somebody of that name."""
    return lambda name: Somebody(name, visit(javascript=hand != "no script").new_page(), HANDS[hand])


@pytest.fixture
def alma(browser_of_hand: Callable[[str], Somebody]) -> Somebody:
    somebody = browser_of_hand(f"Alma back {next(_numbers)}")
    somebody.sign_up()
    return somebody


def ask_to_recover(somebody: Somebody, code: str, app: str = "") -> None:
    somebody.go("/recover/")
    somebody.hand.write("Name", somebody.name)
    somebody.hand.write("Printed code", code)
    if app:
        somebody.hand.write("Code from your app, if you have one", app)
    somebody.hand.write("New password", NEW)
    somebody.hand.write("The new password again", NEW)
    somebody.hand.press("Go on")


def begin_app(somebody: Somebody) -> str:
    somebody.go("/settings/factor/")
    seed = somebody.page.locator(".fingerprint").inner_text().replace(" ", "")
    somebody.hand.write("Code from your app", pyotp.TOTP(seed).now())
    somebody.hand.write("Your password", PASSWORD)
    somebody.hand.press("Begin")
    return seed


def test_with_the_app_the_printed_code_opens_at_once(
    browser_of_hand: Callable[[str], Somebody], alma: Somebody
) -> None:
    alma.check_in(noticed="The evening was quiet.")
    seed = begin_app(alma)
    back = browser_of_hand(alma.name)
    ask_to_recover(back, alma.code, pyotp.TOTP(seed).at(int(time.time()) + 30))
    fresh = back.page.locator(".codes").inner_text()
    assert fresh != alma.code
    back.hand.press("I have kept it")
    back.go("/check-ins/")
    assert back.sees("The evening was quiet.")
    alma.go("/today/")
    assert alma.heading == "Sign in"


def test_without_it_whoever_is_signed_in_sees_it_and_ends_it(
    browser_of_hand: Callable[[str], Somebody], alma: Somebody
) -> None:
    thief = browser_of_hand(alma.name)
    ask_to_recover(thief, alma.code)
    assert thief.page.locator(".codes").count() == 0
    for path in ("/today/", "/check-ins/new/", "/settings/place/"):
        alma.go(path)
        assert "Somebody used your printed code" in alma.page.locator("body").inner_text()
    alma.hand.press("It was not me: keep them out")
    alma.go("/today/")
    assert "printed code" not in alma.page.locator("body").inner_text()


def test_somebody_knows_my_password(browser_of_hand: Callable[[str], Somebody], alma: Somebody) -> None:
    other = browser_of_hand(alma.name)
    other.sign_in()
    assert other.heading == f"Today, {alma.name}"
    alma.go("/settings/known-password/")
    alma.hand.write("Your password until now, or your printed code", PASSWORD)
    alma.hand.write("New password", NEW)
    alma.hand.write("The new password again", NEW)
    alma.hand.press("Make new keys")
    assert alma.page.locator(".codes").count() == 1
    other.go("/today/")
    assert other.heading == "Sign in"
    other.sign_in()
    assert other.page.get_by_role("alert").count() == 1


def test_a_passkey_is_a_second_step(visit: Visit, serving: Serving) -> None:
    # A passkey belongs to a name, and 127.0.0.1 is none.
    house = serving(start=False)
    origin = house.settings["STEPWELL_ORIGIN"] = house.origin.replace("127.0.0.1", "localhost")
    house.start()
    page = visit(origin=origin).new_page()
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    alma = Somebody(f"Alma key {next(_numbers)}", page)
    alma.sign_up()
    alma.go("/settings/factor/")
    page.locator("#key_password").fill(PASSWORD)
    alma.hand.press("Add a passkey")
    page.get_by_role("button", name="End the second step").wait_for()
    alma.go("/settings/")
    alma.hand.press("Sign out")
    alma.sign_in()
    assert "Today" not in alma.heading
    alma.hand.press("Use your passkey")
    page.wait_for_url("**/today/")
    assert alma.heading == f"Today, {alma.name}"


@pytest.mark.parametrize("hand", ["thumb", "no script"], indirect=True)
def test_everything_is_taken_along_before_it_is_deleted(alma: Somebody) -> None:
    alma.check_in(noticed="The evening was quiet.", safety=5)
    alma.go("/settings/delete/")
    alma.hand.press("Take everything")
    alma.hand.write("Your password", PASSWORD)
    with alma.page.expect_download() as waiting:
        alma.page.get_by_role("button", name="Take everything").click()
    taken = json.loads(waiting.value.path().read_text("utf-8"))
    assert "The evening was quiet." in json.dumps(taken)
    alma.go("/settings/delete/")
    alma.hand.write("Your password", PASSWORD)
    alma.hand.press("Delete it all")
    assert alma.heading == "It is gone"
    alma.sign_in()
    assert alma.page.get_by_role("alert").count() == 1
