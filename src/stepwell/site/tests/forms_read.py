"""The form of a page that brings its words to be looked at, as a browser without a script would send it."""

from html.parser import HTMLParser
from typing import Any

Attrs = list[tuple[str, str | None]]


class LookedAt(HTMLParser):
    """sent: what each field of that form holds. look: where its button leads, and what the button says."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.sent: dict[str, list[str]] = {}
        self.look: tuple[str, str] | None = None
        self._form: dict[str, list[str]] = {}
        self._choice, self._open = "", ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: Attrs) -> None:
        given: dict[str, Any] = dict(attrs)
        name, kind = given.get("name", ""), given.get("type", "text")
        if tag == "form":
            self._form = {}
        elif tag == "input" and name and (kind not in {"radio", "checkbox"} or "checked" in given):
            self._form.setdefault(name, []).append(given.get("value") or "")
        elif tag == "select":
            self._choice = name
        elif tag == "option" and "selected" in given:
            self._form.setdefault(self._choice, []).append(given.get("value") or "")
        elif tag == "textarea":
            self._open = name
            self._form[name] = [""]
        elif tag == "button" and name == "look" and given.get("formaction") == "/words/":
            self.sent, self.look = self._form, (given["formaction"], given["value"])

    def handle_data(self, data: str) -> None:
        if self._open in self._form:
            self._form[self._open][-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            said = self._form[self._open]
            said[-1] = said[-1].removeprefix("\n")  # as browsers read it
            self._open = ""
