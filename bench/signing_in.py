"""What a sign-in costs, how much of it is stretching the password, and whether other pages wait for it."""

import http.client
import os
import time
from pathlib import Path
from statistics import median
from threading import Event, Thread
from urllib.parse import urlencode

from bench import cast
from bench.clock import cpu_ms, p95
from bench.figure import Figure, Scale
from bench.serving import serving
from bench.visitor import TOKEN, Visitor
from stepwell.ground.people.testing import PASSWORD
from stepwell.ground.vault import password
from stepwell.site.wsgi import application

LEAST_SHARE = 0.8
PAUSE = 0.03  # seconds between two pages
FIRST = 2  # pages that warm up and are not counted
AT_ONCE = ("Alma", "Ben", "Chidi", "Dara")
URLENCODED = {"Content-Type": "application/x-www-form-urlencoded"}


def cost(scale: Scale) -> list[Figure]:
    cast.ten_days()
    forms: list[tuple[Visitor, list[tuple[str, str]]]] = []

    def prepare() -> None:
        visitor = Visitor(application)
        hidden = visitor.form("/sign-in/")
        forms.append((visitor, [*hidden.items(), ("name", "Chidi"), ("password", PASSWORD)]))

    def send() -> None:
        visitor, fields = forms.pop()
        answer = visitor.post("/sign-in/", fields)
        assert answer.status == 303, answer.body.decode()[-2000:]

    prepare()
    whole = cpu_ms(send, scale.sign_ins, after=prepare)
    secret, salt = PASSWORD.encode(), os.urandom(password.SALT)
    stretching = cpu_ms(lambda: password.argon2id(secret, salt, password.NEWEST), scale.sign_ins)
    share = stretching / whole
    return [
        Figure(
            "sign-in",
            f"{whole:.0f} CPU-ms, of which Argon2id {share:.0%}",
            f"The form sent to the page, in this process; Argon2id by itself in the same run. "
            f"The median of {scale.sign_ins}.",
            f"dominated by Argon2id: at least {LEAST_SHARE:.0%}",
            share >= LEAST_SHARE,
        ),
        Figure(
            "Argon2id by itself (baseline)", f"{stretching:.0f} CPU-ms", "64 MiB, three passes, one lane."
        ),
    ]


def beside_pages(scale: Scale, home: Path) -> list[Figure]:
    member = cast.long_life(scale.days).one
    cast.ten_days()
    cookie = Visitor(application).enter(member).cookie
    with serving(home) as (served, _seconds):
        quiet = page_times(served.port, cookie, scale.pages_beside)
        busy, done = while_signing_in(served.port, cookie, scale)
    one = cpu_ms(
        lambda: password.argon2id(b"a password", os.urandom(16), password.NEWEST), min(3, scale.sign_ins)
    )
    return [
        Figure(
            "home page while nobody signs in",
            _spread(quiet),
            f"At 10 years, asked {scale.pages_beside} times over HTTP, {PAUSE * 1000:.0f} ms apart.",
        ),
        Figure(
            "home page while 4 sign in at once",
            _spread(busy),
            f"The same while four clients sign in again and again ({done} sign-ins meanwhile). "
            "No page may wait for the stretching of a password to end.",
            f"95 % under {one:.0f} ms, the time of one stretching",
            p95(busy) < one,
        ),
    ]


def _spread(times: list[float]) -> str:
    return f"{median(times):.0f} ms, 95 % under {p95(times):.0f} ms"


def page_times(port: int, cookie: str, times: int) -> list[float]:
    """Milliseconds from asking to having read, over one connection, as a browser keeps it."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    spent = []
    for _ in range(times + FIRST):
        began = time.perf_counter()
        connection.request("GET", "/today/", headers={"Cookie": cookie})
        answer = connection.getresponse()
        answer.read()
        assert answer.status == 200, answer.status
        spent.append((time.perf_counter() - began) * 1000)
        time.sleep(PAUSE)
    connection.close()
    return spent[FIRST:]


def while_signing_in(port: int, cookie: str, scale: Scale) -> tuple[list[float], int]:
    """The same, and how many sign-ins were answered meanwhile."""
    enough, answered = Event(), []

    def again_and_again(name: str) -> None:
        while not enough.is_set():
            answered.append(_sign_in(port, name))

    clients = [Thread(target=again_and_again, args=(name,)) for name in AT_ONCE[: scale.clients]]
    for client in clients:
        client.start()
    try:
        time.sleep(0.2)
        spent = page_times(port, cookie, scale.pages_beside)
    finally:
        enough.set()
        for client in clients:
            client.join()
    assert set(answered) == {303}, answered
    return spent, len(answered)


def _sign_in(port: int, name: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/sign-in/")
    answer = connection.getresponse()
    found = TOKEN.search(answer.read().decode())
    cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0]
    assert found is not None
    sent = urlencode({"csrfmiddlewaretoken": found[1], "name": name, "password": PASSWORD})
    connection.request("POST", "/sign-in/", sent, URLENCODED | {"Cookie": cookie})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status
