"""Every answer carries the policy, whatever went wrong."""

import pytest
from django.test import Client
from pytest_django import Settings

from stepwell.ground.ui.headers import policy, security_headers

ADDRESSES = [
    ("/", 200), ("/blank/", 200), ("/sw.js", 200), ("/manifest.webmanifest", 200), ("/missing/x/", 404),
    ("/refused/", 403), ("/too-big/", 413), ("/breaks/", 500), ("/only-post/", 405), ("/never/", 404),
]  # fmt: skip
PARTS = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "form-action 'self'", "base-uri 'none'",
    "frame-ancestors 'none'", "require-trusted-types-for 'script'", "trusted-types stepwell",
]  # fmt: skip


@pytest.mark.parametrize(("address", "status"), ADDRESSES)
def test_every_kind_of_answer(house: Client, address: str, status: int) -> None:
    answer = house.get(address)
    assert answer.status_code == status
    content = answer.headers["Content-Security-Policy"]
    assert set(PARTS) <= set(content.split("; "))
    assert "unsafe" not in content
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "geolocation=()" in answer.headers["Permissions-Policy"]
    assert "publickey-credentials-get=(self)" in answer.headers["Permissions-Policy"]
    assert "Strict-Transport-Security" not in answer.headers


def test_a_wrong_host_is_refused_under_the_same_policy(house: Client) -> None:
    answer = house.get("/", headers={"host": "elsewhere.example"})
    assert answer.status_code == 400
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_on_tls_the_browser_is_told_to_stay_there(settings: Settings) -> None:
    settings.ON_TLS = True
    assert security_headers()["Strict-Transport-Security"] == "max-age=31536000"


def test_leaving_to_a_page_elsewhere_is_allowed_and_nothing_more() -> None:
    assert "form-action 'self' https://weather.example;" in policy("https://weather.example/today?x=1")
    assert "form-action 'self';" in policy("/blank/")
