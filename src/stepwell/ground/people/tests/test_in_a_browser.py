"""A device knows where it is; without a script the list by region stands as it is."""

from typing import Any

import pytest

pytestmark = pytest.mark.journey
SIGN_UP = "/sign-up/"


def _chosen(page: Any) -> str:
    return str(page.locator("select[name=zone]").input_value())


def test_the_form_suggests_the_zone_of_the_device(visit: Any) -> None:
    page = visit().new_page()
    page.goto(SIGN_UP)
    assert _chosen(page) == "Europe/Berlin"
    page.select_option("select[name=zone]", "UTC")
    page.get_by_role("button", name="Make this place").click()
    page.locator(".summary").wait_for()
    assert _chosen(page) == "UTC", "what somebody chose stays chosen"


def test_without_a_script_it_can_still_be_picked(visit: Any) -> None:
    page = visit(javascript=False).new_page()
    page.goto(SIGN_UP)
    assert _chosen(page) == "UTC"
    page.select_option("select[name=zone]", label="Kolkata")
    assert _chosen(page) == "Asia/Kolkata"
