"""A browser without a browser: whole requests through the very stack that the server puts before Django."""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.test import Client

from stepwell.ground.people.testing import Member, sign_in

Application = Callable[..., Any]
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
FORM_ID = re.compile(r'name="form_id"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="form_id"')


@dataclass
class Answer:
    status: int
    headers: list[tuple[str, str]]
    body: bytes


@dataclass
class Visitor:
    application: Application
    cookies: dict[str, str] = field(default_factory=dict)

    def enter(self, member: Member) -> "Visitor":
        """Signed in as a sign-in leaves it: an own session row, and both secrets in the cookie."""
        client = Client()
        sign_in(client, member)
        self.cookies |= {name: morsel.value for name, morsel in client.cookies.items()}
        return self

    @property
    def cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, b"")

    def post(self, path: str, fields: list[tuple[str, str]]) -> Answer:
        return self._ask("POST", path, urlencode(fields).encode())

    def form(self, path: str) -> dict[str, str]:
        """What the page hides in its form: the token and the id that makes it one row."""
        page = self.get(path).body.decode()
        found, form_id = TOKEN.search(page), FORM_ID.search(page)
        assert found is not None, path
        hidden = {"csrfmiddlewaretoken": found[1]}
        return hidden | ({"form_id": form_id[1] or form_id[2]} if form_id else {})

    def _ask(self, method: str, path: str, body: bytes) -> Answer:
        got: dict[str, Any] = {}

        def start(status: str, headers: list[tuple[str, str]], _error: object = None) -> None:
            got.update(status=int(status[:3]), headers=headers)

        answer = self.application(self._environ(method, path, body), start)
        try:
            whole = b"".join(answer)
        finally:
            close = getattr(answer, "close", None)
            if close:
                close()
        self._keep_cookies(got["headers"])
        return Answer(got["status"], got["headers"], whole)

    def _environ(self, method: str, path: str, body: bytes) -> dict[str, Any]:
        path, _mark, query = path.partition("?")
        return {
            "REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query, "SCRIPT_NAME": "",
            "SERVER_NAME": "127.0.0.1", "SERVER_PORT": "8000", "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "127.0.0.1:8000", "HTTP_COOKIE": self.cookie,
            "HTTP_ACCEPT": "text/html", "HTTP_ACCEPT_LANGUAGE": "en", "CONTENT_LENGTH": str(len(body)),
            "CONTENT_TYPE": "application/x-www-form-urlencoded", "wsgi.input": io.BytesIO(body),
            "wsgi.errors": io.StringIO(), "wsgi.url_scheme": "http", "wsgi.version": (1, 0),
            "wsgi.multithread": True, "wsgi.multiprocess": False, "wsgi.run_once": False,
        }  # fmt: skip

    def _keep_cookies(self, headers: list[tuple[str, str]]) -> None:
        for name, value in headers:
            if name.lower() == "set-cookie":
                key, _is, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0].strip('"')
