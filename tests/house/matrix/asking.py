"""One request by one visitor, undone afterwards, and its answer as one word of the table."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.apps import apps
from django.db import connections, models, transaction
from django.test import Client

FORM = "application/x-www-form-urlencoded"
WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE)\b", re.IGNORECASE)
WORDS = {200: "page", 403: "kept", 404: "none", 409: "conflict", 410: "over", 422: "again", 429: "slowly"}
TOKENS = re.compile(rb'(name="csrfmiddlewaretoken" value=")\w+')
COOKIE = re.compile(r"(__Host-csrf=)\w+")


@dataclass(frozen=True)
class Answer:
    word: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    queries: int
    writes: int
    changed: frozenset[str]

    def without(self, *parts: object) -> tuple[object, ...]:
        """All that a browser can see of it, with what stood in its own address taken out."""
        headers, body = repr(self.headers), self.body
        for part in sorted((str(one) for one in parts), key=len, reverse=True):
            headers, body = headers.replace(part, "…"), body.replace(part.encode(), b"...")
        return self.status, headers, body


def ask(browser: Client, method: str, url: str, sent: dict[str, Any], before: dict[str, Any]) -> Answer:
    """`before`: the tables as they were, from `tables()`. What the request changes is undone."""
    seen = _Seen()
    with undone(), seen.listening():
        body = urlencode(sent, doseq=True) if method == "POST" else ""
        got = browser.generic(method, url, body, content_type=FORM if method == "POST" else "")
        text = b"".join(got) if got.streaming else got.content
        seen.stopped = True
        changed = differences(before, tables()) if seen.writes else frozenset()
    return Answer(
        word=_word(got, method, text),
        status=got.status_code,
        headers=_headers(got),
        body=TOKENS.sub(rb"\1", text),
        queries=seen.queries,
        writes=seen.writes,
        changed=changed,
    )


def _word(got: Any, method: str, text: bytes) -> str:
    status = got.status_code
    if status == 303:
        path = urlsplit(got["Location"]).path
        return {"/sign-in/": "sign-in", "/unlock/": "unlock"}.get(path, "on")
    if status == 200 and not got["Content-Type"].startswith("text/html"):
        return "file"
    return WORDS.get(status, str(status))


def _headers(got: Any) -> tuple[tuple[str, str], ...]:
    plain = [(name, value) for name, value in got.headers.items() if name not in {"Date", "Content-Length"}]
    cookies = [("Set-Cookie", COOKIE.sub(r"\1", morsel.OutputString())) for morsel in got.cookies.values()]
    return tuple(sorted(plain + cookies))


class _Seen:
    def __init__(self) -> None:
        self.queries = self.writes = 0
        self.stopped = False

    def __call__(self, execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        if not self.stopped and "SAVEPOINT" not in sql:
            self.queries += 1
            self.writes += bool(WRITES.match(sql))
        return execute(sql, *rest)

    @contextmanager
    def listening(self) -> Iterator[None]:
        with connections["default"].execute_wrapper(self), connections["sessions"].execute_wrapper(self):
            yield


@contextmanager
def undone() -> Iterator[None]:
    """Whatever happens to either database in here did not happen."""
    rows, sign_ins = transaction.atomic(using="default"), transaction.atomic(using="sessions")
    for each in (rows, sign_ins):
        # As Django's own test case says of its blocks: the vault refuses to stretch inside any other.
        each._from_testcase = True  # type: ignore[attr-defined]  # as Django sets it
    with rows, sign_ins:
        yield
        transaction.set_rollback(True, using="default")
        transaction.set_rollback(True, using="sessions")


def tables() -> dict[str, dict[str, str]]:
    """Every row of every table of both databases, as a hash by its key."""
    return {model._meta.label: _rows(model) for model in apps.get_models(include_auto_created=True)}


def _rows(model: type[models.Model]) -> dict[str, str]:
    names = [each.attname for each in model._meta.concrete_fields]
    keyed = model._meta.pk.attname
    found = {}
    for row in model._default_manager.values(*names):
        plain = {name: bytes(v) if isinstance(v, memoryview) else v for name, v in row.items()}
        found[repr(plain[keyed])] = sha256(repr(plain).encode()).hexdigest()
    return found


def differences(before: dict[str, Any], after: dict[str, Any]) -> frozenset[str]:
    """`label key` of each row that was added, changed or taken away."""
    return frozenset(
        f"{label} {key}"
        for label in before
        for key in before[label].keys() | after[label].keys()
        if before[label].get(key) != after[label].get(key)
    )
