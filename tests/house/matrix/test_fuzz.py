"""Whatever is sent to whatever address by whomever: an answer in words, never a failure."""

import os
from collections.abc import Iterator
from hashlib import blake2b
from random import Random
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stepwell.ground.vault import password
from tests.house.matrix import odd
from tests.house.matrix.addresses import address, kinds
from tests.house.matrix.asking import undone
from tests.house.matrix.cast import VISITORS, Cast
from tests.house.matrix.sending import form_for
from tests.house.matrix.table import TABLE

pytestmark = pytest.mark.django_db

FORMS = [name for name, row in TABLE.items() if row.cells["POST", "alma"] != "405"]
PAGES = [name for name, row in TABLE.items() if row.cells["GET", "alma"] != "405"]
MORE_FIELDS = {
    "people:sign-up": ["form_id", "next"],
    "people:sign-in": ["stay", "next"],
    "people:factor": ["credential", "next"],
    "people:unlock": ["next"],
    "people:recover": ["form_id", "code", "next"],
    "people:second-factor": ["seed", "code", "password"],
    "people:add-passkey": ["credential"],
    "people:end-device": ["device"],
    "people:open-draft": ["name", "blob"],
    "people:leave": ["draft:check-in", "draft:\u202e", "draft:"],
    "spaces:accept": ["code"],
    "checkins:write": [
        "window", "closeness", "feelings", "more_feelings", "new_feelings", "body", "new_hard", "intend",
        "remember",
    ],
    "checkins:correct": ["window", "trust", "helped", "new_helped", "intend"],
}  # fmt: skip
# Who gets furthest into the page, where that is not the owner of what stands in its address.
NEAREST = {
    "people:factor": "half",
    "people:unlock": "locked",
    "people:second-factor": "ben",
    "spaces:accept": "femi",
}


@pytest.fixture(autouse=True)
def _cheap_guesses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords that nobody has cost nothing here; those of the cast open as ever."""
    real = password.argon2id

    def argon2id(given: bytes, salt: bytes, costs: int) -> bytes:
        known = given in {b"a lantern on the stairs", b"the second door is painted green"}
        return real(given, salt, costs) if known else blake2b(given + salt).digest()

    monkeypatch.setattr(password, "argon2id", argon2id)


def fields_of(name: str, cast: Cast) -> list[str]:
    return [*form_for(name, cast), *MORE_FIELDS.get(name, [])]


def owner_of(name: str) -> str:
    return TABLE[name].owner or "alma"


def send(browser: Client, url: str, body: odd.Body) -> Any:
    with undone():
        return browser.generic("POST", url, body[1], content_type=body[2])


def wrong_with(got: Any) -> str:
    text = b"".join(got) if got.streaming else got.content
    if got.status_code >= 500:
        return f"{got.status_code}"
    if b"Traceback" in text or b"<script>alert(1)" in text or b"<img src=x>" in text:
        return "shows what it must not"
    if got.status_code == 303:
        where = urlsplit(got["Location"])
        if where.netloc or where.scheme or got["Location"][:2] in {"//", "/\\"}:
            return f"leads to {got['Location'][:60]}"
    if "X-Odd" in got.headers or "a" in got.cookies:
        return "lets a header be written"
    if got.status_code >= 400 and got.status_code != 405 and b"<h1" not in text:
        return f"{got.status_code} without a page"
    return ""


def try_all(browser: Client, url: str, bodies: Iterator[odd.Body]) -> list[str]:
    wrong = []
    for body in bodies:
        try:
            if fault := wrong_with(send(browser, url, body)):
                wrong.append(f"{body[0]}: {fault}")
        except Exception as error:
            wrong.append(f"{body[0]}: {error!r:.200}")
    return wrong


@pytest.mark.parametrize("name", FORMS)
def test_every_odd_form_gets_a_page(name: str, cast: Cast) -> None:
    url, _ = address(name, cast, owner_of(name))
    fields, good = fields_of(name, cast), form_for(name, cast)
    whole = [*odd.bodies(fields, good), *odd.one_field_odd(fields, good)]
    visitor, chance = NEAREST.get(name, owner_of(name)), Random(name)
    if connection.vendor == "postgresql" and not os.environ.get("STEPWELL_TEST_ALL"):
        # There each request costs three times as much, and all but a few of these stop before the database.
        whole = chance.sample(whole, len(whole) // 3)
    wrong = [f"{visitor}: {fault}" for fault in try_all(cast.browser(visitor), url, iter(whole))]
    for other in VISITORS:
        some = chance.sample(whole, 3)
        wrong += [f"{other}: {fault}" for fault in try_all(cast.browser(other), url, iter(some))]
    assert not wrong, f"{url}\n" + "\n".join(wrong)


@pytest.mark.parametrize("name", PAGES)
def test_every_odd_question_gets_a_page(name: str, cast: Cast) -> None:
    """Query strings: on every page, the names that some page reads."""
    url, _ = address(name, cast, owner_of(name))
    chance, wrong = Random(name), []
    values = odd.VALUES.values()
    asked = [f"{part}={odd.quoted(value)[:3000]}" for value in values for part in ("month", "to")]
    asked += [f"month={odd.quoted(value)[:2000]}-01&to=2026-01-01&kept=new&waits" for value in values]
    asked += [raw.decode("latin-1") for raw in odd.RAW] + [
        "signal=calm&to=0001-01-01",
        "kept={id}&waits=%00",
        "&" * 600,
    ]
    asked += [f"next={odd.quoted(value)}" for value in odd.NEXT] + ["&".join(f"f{n}=1" for n in range(700))]
    always = len(asked) if name in {"checkins:list", "checkins:weeks"} else 8
    for visitor in ("nobody", owner_of(name), "locked"):
        browser = cast.browser(visitor)
        for question in chance.sample(asked, always):
            try:
                with undone():
                    fault = wrong_with(browser.get(f"{url}?{question}"))
            except Exception as error:
                fault = f"{error!r:.200}"
            wrong += [f"{visitor} ?{question[:80]}: {fault}"] if fault else []
    assert not wrong, f"{url}\n" + "\n".join(wrong)


@pytest.mark.parametrize("name", [name for name in TABLE if kinds(name)])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_odd_address_gets_a_page(name: str, method: str, cast: Cast) -> None:
    url, parts = address(name, cast, owner_of(name))
    wrong = []
    for visitor in ("nobody", owner_of(name)):
        for piece in odd.PATHS:
            path = url
            for part in parts.values():
                path = path.replace(str(part), piece)
            try:
                with undone():
                    fault = wrong_with(cast.browser(visitor).generic(method, path))
            except Exception as error:
                fault = f"{error!r:.200}"
            wrong += [f"{visitor} {path[:90]}: {fault}"] if fault else []
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("wanted", odd.NEXT)
def test_the_way_onward_stays_in_the_house(wanted: str, cast: Cast) -> None:
    for name, visitor in {
        "people:sign-in": "nobody",
        "people:factor": "half",
        "people:unlock": "locked",
    }.items():
        url, _ = address(name, cast, "alma")
        with undone():
            got = cast.browser(visitor).post(url, form_for(name, cast) | {"next": wanted})
        assert got.status_code in {303, 400}
        assert not wrong_with(got), (name, got.headers)


def test_odd_cookies_are_no_cookies(cast: Cast) -> None:
    """Cut off, doubled, of another alphabet, or half of somebody's: whoever sends it is nobody."""
    hers = cast.cookies["alma"]["__Host-s"]
    half_right = hers[:40] + "A" * (len(hers) - 40)
    values = [
        "",
        "a",
        "A" * 86,
        "A" * 85,
        "\u00e9",
        '"',
        "a b",
        ";",
        "%00",
        "x" * 7_000,
        hers[:-2],
        half_right,
        f"{hers}\x00",
    ]
    for value in values:
        for name in ("__Host-s", "__Host-half", "__Host-known", "__Host-csrf"):
            browser = Client(headers={"cookie": f"{name}={value}"})
            with undone():
                today = browser.get("/today/")
                factor = browser.get("/sign-in/code/")
                entered = browser.post("/sign-in/", form_for("people:sign-in", cast))
            assert (today.status_code, factor.status_code, entered.status_code) == (303, 303, 303), (
                name,
                value,
            )
            assert today["Location"].startswith("/sign-in/")
            assert factor["Location"] == "/sign-in/"


TEXTS = st.one_of(st.text(max_size=40), st.sampled_from(sorted(odd.VALUES.values())[:-1]))


@pytest.mark.parametrize("name", FORMS)
def test_generated_forms_get_a_page(name: str, cast: Cast) -> None:
    url, _ = address(name, cast, owner_of(name))
    fields = fields_of(name, cast) or ["a"]
    good = form_for(name, cast)

    @settings(max_examples=12, suppress_health_check=list(HealthCheck))
    @given(
        st.dictionaries(st.sampled_from(fields), st.lists(TEXTS, min_size=1, max_size=3), max_size=5),
        st.sampled_from(VISITORS),
        st.booleans(),
    )
    def run(typed: dict[str, list[str]], visitor: str, on_good: bool) -> None:
        sent = {**good, **typed} if on_good else typed
        body = odd.urlencode(sent, doseq=True, errors="surrogatepass").encode()
        assert not wrong_with(send(cast.browser(visitor), url, ("", body, odd.FORM)))

    run()
