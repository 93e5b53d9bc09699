"""Nothing that people wrote lies anywhere in the open: not in a row, a journal, a log, a letter, a backup.

One story with unmistakable words in every field, told to a real server that has a folder of its own for
temporary files. Then each word is looked for in every file that there is, in many dresses.
"""

import json
import os
import re
import sqlite3
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import pyotp
import pyrage
import pytest

from stepwell.ground.vault.tests.seal_draft import seal_draft
from stepwell.own.safety.questions import HARK, MINE, OWN
from tests.fixtures.person import Somebody, meet
from tests.fixtures.server import Served, Serving
from tests.house.planted import Heap, dresses, lowered, where_is

TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"


@dataclass
class Story:
    served: Served
    folder: Path
    planted: dict[str, str | bytes] = field(default_factory=dict)
    # Mail is written to the address that was asked about: there, and nowhere else, it stands.
    address: str = ""
    exported: str = ""
    checked: set[str] = field(default_factory=set)

    def plant(self, what: str) -> str:
        """Unmistakable words for this field, with letters beyond ASCII and of both sizes."""
        words = f"Zymtb\u00e4r {what} Qx{uuid4().hex[:6]}"
        self.planted[what] = words
        return words


@pytest.fixture
def story(serving: Serving, tmp_path: Path) -> Story:
    (tmp_path / "temporary").mkdir()
    kept = {"TMPDIR": str(tmp_path / "temporary"), "STEPWELL_SMTP": "file"}
    told = Story(serving(**kept), tmp_path)
    tell(told)
    return told


def tell(story: Story) -> None:
    plant = story.plant
    alma = Somebody(
        story.served, plant("Alma"), plant("password"), agent=plant("agent").encode().decode("latin-1")
    )
    ben = Somebody(story.served, plant("Ben"), plant("other password"), zone="Asia/Kolkata")
    story.planted |= {"code": alma.signs_up().code, "other code": ben.signs_up().code}
    token, code = meet(alma, ben)
    story.planted |= {"invitation": token, "code of the invitation": code}
    _check_ins(story, alma, ben)
    _agreements(story, alma, ben)
    _days(story, alma, ben)
    _letters(story, alma, ben)
    _journal(story, alma, ben)
    _pace(story, alma, ben)
    _affection(story, alma, ben)
    _between(story, alma, ben)
    _near(story, alma, ben)
    alma.fill("/landings/questions/", {"note": plant("to herself")})
    _pauses(story, alma)
    _ground(story, alma)
    _mistakes(story, alma)
    _settings(story, alma)
    _half_written(story, ben)
    _ways_back(story, alma, ben)
    for who, person in {"alma": alma, "ben": ben}.items():
        _secrets(story, who, person)


def _check_ins(story: Story, alma: Somebody, ben: Somebody) -> None:
    texts = ("noticed", "intend", "new_feelings", "new_body", "new_hard", "new_helped")
    for who, seen_by in ((alma, "both"), (ben, "me")):
        typed = {name: story.plant(f"{name} {seen_by}") for name in texts}
        parts = ["ratings", "window", "feelings", "body", "noticed", "intend", "factors"]
        page = who.fill("/check-ins/new/", {**typed, "safety": "3", "who": seen_by, "parts": parts})
        again = page.where.partition("?")[0] + "correct/"
        who.fill(again, {"noticed": story.plant(f"corrected {seen_by}"), "trust": "9"})
    assert str(story.planted["corrected both"]) in ben.see("/together/").text
    assert str(story.planted["corrected me"]) not in alma.see("/together/").text


def _agreements(story: Story, alma: Somebody, ben: Somebody) -> None:
    """A draft, an offer, an answer, two signatures in the record, and a word about pressure to herself."""
    plant, write = story.plant, "/agreements/new/compromise/"
    alma.fill(write, {"title": plant("a draft"), "clause-0": plant("not shown"), "do": "keep"})
    wanted = {"wanted_me": plant("she wants"), "wanted_other": plant("he wants")}
    said = {"title": plant("a title"), "clause-0": plant("a clause"), **wanted, "do": "offer"}
    one = alma.fill(write, said).where.partition("?")[0]
    ben.fill(
        f"{one}change/", {"title": plant("another title"), "clause-0": plant("his clause"), "do": "offer"}
    )
    for who in (alma, ben):
        who.send(f"{one}sign/", {"version": "2"})
    alma.fill(f"{one}note/", {"words": plant("under pressure")})
    assert str(story.planted["his clause"]) in ben.see("/record/").text
    assert str(story.planted["under pressure"]) not in ben.see(one).text


def _letters(story: Story, alma: Somebody, ben: Somebody) -> None:
    """A letter kept, looked at, given and given back; a part of the plan for storms, kept and put forward."""
    plant, new = story.plant, "/letters/new/letter/"
    alma.fill(new, {"part-words": plant("looked at and not kept"), "do": "look"}, 200)
    alma.fill("/words/", {"text": plant("words to look at")}, 200)
    own = alma.fill(new, {"part-words": plant("a letter")}).where.partition("?")[0]
    given = alma.send(f"{own}give/", {"revision": "1"}).where
    ben.fill(given, {"words": plant("given back")}, to=f"{given}say/")
    alma.fill("/repair/mine/", {"helps": plant("what helps"), "word": plant("our word")})
    alma.send("/repair/forward/", {"revision": "1"})
    _list(story, alma, ben)
    _topics(story, alma, ben)
    assert str(story.planted["given back"]) in alma.see(given).text
    assert str(story.planted["what helps"]) in ben.see("/repair/").text


def _between(story: Story, alma: Somebody, ben: Somebody) -> None:
    """What both would lay side by side, and the month that they read, on the screen and on paper."""
    for who in (alma, ben):
        who.send("/between/choose/", {"signals": ["safety"]})
        who.see("/between/")
        assert str(story.planted["his clause"]) not in who.see("/between/month/").text, "it has its own page"
        who.see("/between/month/paper/")
    assert str(story.planted["noticed both"]) not in ben.see("/between/month/").text, "it was corrected"
    assert str(story.planted["corrected both"]) in ben.see("/between/month/").text
    assert str(story.planted["corrected me"]) not in alma.see("/between/month/").text


def _list(story: Story, alma: Somebody, ben: Somebody) -> None:
    """Lines that each would welcome, one of them in the same words."""
    for who, name in ((alma, "she welcomes"), (ben, "he welcomes")):
        who.fill("/menu/write/", {"texts": story.plant(name)[:90].strip()})
    long = story.plant("a line that is too long")
    assert long in alma.fill("/menu/write/", {"texts": long + "x" * 100}, 422).text


def _topics(story: Story, alma: Somebody, ben: Somebody) -> None:
    """A topic of her own that she asks him to hear, one that she keeps, and one that does not fit."""
    write = "/openness/own/"
    asked = story.plant("a topic")
    for words in (story.plant("a topic kept"), asked):
        alma.fill(write, {"text": words, "depth": "1"})
    long = story.plant("a topic that is too long")
    assert long in alma.fill(write, {"text": long + "x" * 240, "depth": "1"}, 422).text
    ways = re.findall(r"/openness/choose/([0-9a-f-]{36})/", alma.see("/openness/").text)
    alma.fill(f"/openness/choose/{ways[1]}/", {"boundary": ["listen"]})
    assert asked in alma.see("/openness/").text
    assert asked not in ben.see("/openness/").text, "she has not answered to safety: it is held"


def _near(story: Story, alma: Somebody, ben: Somebody) -> None:
    """What two agree on for this time, and what does not fit there."""
    for who in (alma, ben):
        page = who.see("/mine/questions/all/")
        asked = set(re.findall(r'name="(\w+)" type="radio"', page.text))
        who.send("/mine/questions/all/", page.hidden() | dict.fromkeys(asked, "no"), 200)
    plant, frame = story.plant, {"level": "0", "minutes": "10", "first": "me", "hours": "8"}
    lines = {"ins": plant("in for her"), "outs": plant("out for her"), "word": plant("stop")[:30].strip()}
    alma.fill("/touch/ask/", {**frame, **lines, "word": plant("a word that is too long") + "x" * 30}, 422)
    alma.fill("/touch/ask/", {**frame, **lines})
    terms = ben.see("/touch/").one(r'href="(/touch/asked/[0-9a-f-]+/)"')
    agreed = ben.fill(terms, {"ins": ["0"], "outs": plant("out for him")}).where
    assert str(story.planted["out for him"]) in alma.see(agreed).text
    asked = {"what": plant("for this time"), "outs": plant("out this time"), "hours": "3"}
    long = plant("too long for this time") + "x" * 240
    assert long in alma.fill("/this-time/ask/", {**asked, "what": long}, 422).text
    alma.fill("/this-time/ask/", asked)
    asking = ben.see("/this-time/").one(r'href="(/this-time/asked/[0-9a-f-]+/)"')
    ben.fill(asking, {"outs": plant("out for him this time")})
    assert str(story.planted["out for him this time"]) in alma.see("/this-time/").text


def _days(story: Story, alma: Somebody, ben: Somebody) -> None:
    """A plan in every part, shown, changed and called off; one for herself; a walk for two; busy times."""
    parts = ("what", "where", "whom", "reach")
    when = {"day": "2031-11-18", "at": "19:00", "until": "22:00"}
    told = {part: story.plant(f"plan {part}") for part in parts}
    shown = {"who": "both", "parts": [*parts, "until"]}
    note = {"note": story.plant("note of a plan")}
    own = ben.fill("/calendar/new/", {**when, **told, **shown, **note}).where.partition("?")[0]
    ben.fill(f"{own}change/", {**when, **told, "where": story.plant("another place")})
    alma.fill("/calendar/new/", {**when, "what": story.plant("a plan of her own"), "who": "me"})
    words = {"joint": "own", "what": story.plant("for two"), "repeat": "weekly"}
    ben.fill("/calendar/both/", {**when, **words}, to="/calendar/both/suggest/")
    week = alma.see("/calendar/week/2031-11-18/").text
    assert str(story.planted["another place"]) in week
    assert str(story.planted["note of a plan"]) not in week
    address = alma.fill("/calendar/address/", {}, 200)
    story.planted["busy"] = address.one(r"/feed/([\w-]+)\.ics")


def _journal(story: Story, alma: Somebody, ben: Somebody) -> None:
    """A page with a text and words of every kind, changed, shown in part, and looked for."""
    plant, kinds = story.plant, ("feelings", "body", "touched", "triggers", "helped", "hindered")
    words = {f"new_{kind}": plant(f"journal {kind}")[:40].strip() for kind in kinds}
    sent = {"happened": plant("a page"), "day": "2025-11-18", **words}
    one = alma.fill("/journal/new/", sent).where.partition("?")[0]
    changed = {**sent, "happened": plant("a page changed")}
    alma.fill(f"{one}change/", changed)
    shown = {"parts": ["happened", "triggers"], "revision": "2", "sure": "yes"}
    alma.fill(one, shown, to=f"{one}show/")
    assert str(story.planted["a page changed"]) in ben.see("/journal/shown/").text
    asked = str(story.planted["a page changed"]).split()[-1]
    assert one in alma.fill("/journal/find/", {"words": asked}, 200).text
    alma.fill("/journal/find/", {"words": plant("looked for")}, 200)
    alma.fill("/journal/new/", {"happened": plant("half a page"), "day": "never"}, 422)


def _pace(story: Story, alma: Somebody, ben: Somebody) -> None:
    """A leaf of her own pace, changed, with a line that he may read and one that he may not."""
    leaf, shown = "/pace/not-now/", story.plant("a line of her pace")
    said = {"what": f"{shown}\n{story.plant('another line of it')}"}
    alma.fill(f"{leaf}write/", said)
    alma.fill(f"{leaf}write/", {**said, "say": story.plant("how she says no")})
    alma.fill(leaf, {"part": "what", "words": shown, "sure": "yes"}, to=f"{leaf}show/")
    seen = ben.see("/pace/shown/").text
    assert shown in seen
    assert str(story.planted["another line of it"]) not in seen


def _affection(story: Story, alma: Somebody, ben: Somebody) -> None:
    """A line of her list; a note while a word is held, and one that he may read."""
    alma.fill("/affection/lines/", {"side": "give", "texts": story.plant("a sign she likes")})
    note = {"form_id": str(uuid4()), "sort": "thanks"}
    for who in (alma, ben):
        who.send("/affection/welcome/", {})
    held = note | {"words": story.plant("a note that is not laid down")}
    assert held["words"] in alma.fill("/affection/", held, 409, to="/affection/note/").text
    for who in (alma, ben):
        who.fill("/mine/questions/all/", dict.fromkeys((*HARK, *OWN, *MINE), "no") | {"round": "0"}, 200)
    laid = note | {"words": story.plant("a note to him")}
    alma.fill("/affection/note/", laid)
    seen = ben.see("/affection/").text
    assert laid["words"] in seen
    assert held["words"] not in seen


def _pauses(story: Story, alma: Somebody) -> None:
    """A note after a practice, and a sign in her own words with its number."""
    note = {"note": story.plant("after a practice"), "helped": "yes"}
    alma.fill("/pause/with/rest/", note, to="/pause/with/rest/after/")
    alma.fill("/signs/", {"follow": ["sleep"], "new": story.plant("a sign")})
    alma.fill("/signs/words/", {"sleep": story.plant("a word for it")})


def _ground(story: Story, alma: Somebody) -> None:
    """The plan for hard moments, and answers that are beside the point."""
    parts = ("signs", "alone", "people", "professionals", "place")
    alma.fill("/mine/plan/", {part: story.plant(f"plan {part}") for part in parts})
    alma.fill("/mine/questions/all/", {"h": story.plant("an answer"), "a": "yes"}, 422)


def _mistakes(story: Story, alma: Somebody) -> None:
    """Words that never became a row: on an error page, without a token, signed out, in an address."""
    plant = story.plant
    alma.fill("/check-ins/new/", {"noticed": plant("beside what does not fit"), "safety": "77"}, 422)
    lost = {"csrfmiddlewaretoken": "x" * 32, "noticed": plant("with a stale token")}
    assert alma.send("/check-ins/new/", lost, 403).text
    nobody = Somebody(story.served, "nobody")
    words = plant("signed out")
    assert words in nobody.send("/check-ins/new/", {"noticed": words}, 403).text
    alma.see(f"/check-ins/{quote(plant('in an address'))}/", 404)
    alma.see(f"/weeks/?to={quote(plant('in a question'))}")
    alma.see(f"/invitation/{quote(plant('as a token'))}/", 303)
    nobody.send("/sign-in/", {"name": plant("a name"), "password": plant("a wrong password")}, 200)
    nobody.send("/recover/", {"name": story.planted["Alma"], "printed": plant("wrong code")}, 200)
    nobody.send("/sign-in/", {"name": plant("too much") * 20_000}, 413)


def _settings(story: Story, alma: Somebody) -> None:
    story.address = f"zymtbar.{uuid4().hex[:6]}@home.example"
    alma.fill("/settings/reminders/", {"address": story.address}, to="/settings/reminders/address/")
    feed = alma.fill("/settings/reminders/", {}, 200, to="/settings/reminders/calendar/")
    story.planted["calendar"] = feed.one(r"/feed/([\w-]+)\.ics")
    letters = story.served.home / "mail"
    question = next(path for path in letters.iterdir()).read_text("utf-8")
    story.checked.add(question.partition("/notes/yes/")[2].partition("/")[0])
    alma.fill("/settings/place/", {"name": story.plant("called"), "zone": "Europe/Lisbon"})
    alma.fill("/check-ins/times/", {"at": "06:50", "weekdays": ["2"]}, to="/check-ins/times/add/")


def _half_written(story: Story, ben: Somebody) -> None:
    """A quick exit with a draft on the way, and a draft that the browser opens again."""
    key = ben.see("/check-ins/new/").one(r'data-draft-key="([^"]+)"')
    public = urlsafe_b64decode(key + "=" * (-len(key) % 4))
    text = json.dumps({"noticed": [story.plant("half-written")]}, ensure_ascii=False).encode()
    blob = urlsafe_b64encode(seal_draft(public, "check-in", text)).decode().rstrip("=")
    opened = ben.send("/drafts/open/", {"name": "check-in", "blob": blob}, 200)
    assert json.loads(opened.text)["fields"]["noticed"] == [story.planted["half-written"]]
    ben.send("/leave/", {"draft:check-in": blob})
    ben.see("/today/", 303)
    assert str(story.planted["half-written"]) in ben.signs_in().see("/check-ins/new/").text


def _ways_back(story: Story, alma: Somebody, ben: Somebody) -> None:
    """The printed code, a second factor and a second passphrase."""
    new = story.plant("new password")
    asked = {"name": ben.name, "printed": ben.code, "password": new, "again": new}
    Somebody(story.served, "").fill("/recover/", asked, 200)
    spelled = alma.see("/settings/factor/").one(r"\b((?:[A-Z2-7]{4} ){7}[A-Z2-7]{4})\b")
    story.planted["seed"] = seed = spelled.replace(" ", "")
    alma.fill("/settings/factor/", {"code": pyotp.TOTP(seed).now(), "password": alma.password})
    phone = alma.see("/settings/devices/").hidden()["device"]
    alma.fill("/settings/devices/", {"device": phone, "label": story.plant("telephone")})
    phrase = story.plant("passphrase")
    alma.fill("/settings/lock/", {"old": alma.password, "password": phrase, "again": phrase})


def _secrets(story: Story, who: str, person: Somebody) -> None:
    """A cookie holds a name, of which there is a hash, and a secret, of which there is nothing."""
    raw = urlsafe_b64decode(person.cookies["__Host-s"] + "==")
    story.planted |= {f"cookie of {who}": raw[:32], f"secret in the cookie of {who}": raw[32:]}


def heaps(story: Story, *, running: bool) -> Iterator[Heap]:
    """Everything that lies about: the home, temporary files, what was said, and the rows of PostgreSQL."""
    for path in sorted(story.served.home.rglob("*")):
        name = str(path.relative_to(story.served.home))
        if path.is_file() and not name.startswith("static/"):
            yield Heap(name, path.read_bytes())
    yield from Heap.of(story.folder / "temporary", "temporary")
    yield Heap("what it said", story.served.log().encode())
    for setting, url in story.served.settings.items():
        if url.startswith("postgresql://"):
            yield from _rows(setting, url)
    if running and not story.served.settings.get("STEPWELL_DATABASE"):
        assert (story.served.home / "stepwell.sqlite3-wal").stat().st_size > 0


def _rows(setting: str, url: str) -> Iterator[Heap]:
    """Every table as PostgreSQL holds it: bytes as they are, texts as they are."""
    import psycopg

    with psycopg.connect(url) as connection:
        connection.execute("SELECT set_config('stepwell.all', 'on', false)")
        for (table,) in connection.execute(TABLES).fetchall():
            with connection.cursor().copy(
                f'COPY (SELECT * FROM "{table}") TO STDOUT (FORMAT binary)'
            ) as rows:
                yield Heap(f"{setting} {table}", b"".join(bytes(part) for part in rows))


def unpacked_backup(story: Story) -> Heap:
    """Made while the server runs, opened with the key that it never has."""
    key, backup = story.folder / "offline.key", story.folder / "backup"
    made = story.served.run("backup", "--new-key", str(key))
    public = made.stdout.split()[0]
    done = story.served.run("backup", str(backup), "--to", public)
    assert done.returncode == 0, done.stderr
    secret = next(line for line in key.read_text().splitlines() if line.startswith("AGE-SECRET-KEY-"))
    opened = pyrage.decrypt(backup.read_bytes(), [pyrage.x25519.Identity.from_str(secret)])
    assert opened.startswith(b"SQLite format 3")
    return Heap("the backup, unpacked", opened)


def export_is_plain(story: Story) -> None:
    """What its owner takes out is in the open, and so the search can be seen to find it."""
    target = story.folder / "export.json"
    told = (str(story.planted["Ben"]), str(target))
    done = story.served.run("export", *told, given=f"{story.planted['other password']}\n")
    assert done.returncode == 0, done.stderr
    taken = lowered([Heap("export", target.read_bytes())])
    assert where_is(story.planted["corrected me"], taken)
    assert where_is(story.planted["corrected both"], taken)
    target.unlink()


def test_nothing_that_was_written_lies_in_the_open(story: Story) -> None:
    backup = unpacked_backup(story)
    export_is_plain(story)
    running = lowered([*heaps(story, running=True), backup])
    story.served.stop()
    stopped = lowered(heaps(story, running=False))
    assert len(story.planted) > 40
    found = {
        what: places
        for what, text in story.planted.items()
        if (places := where_is(text, [*running, *stopped]))
    }
    assert not found
    outside = [heap for heap in [*running, *stopped] if not heap.where.startswith("mail/")]
    assert not where_is(story.address, outside)
    assert where_is(story.address, running), "the letter that asks has it"
    for token in story.checked:
        assert token
        assert not where_is(token, outside)
    _is_found(running, "Asia/Kolkata", "people_person", story)
    _is_found([Heap("", backup.content.lower())], "Asia/Kolkata", "", story)


def _is_found(heaps_: list[Heap], text: str, table: str, story: Story) -> None:
    """The other side: what lies in clear by intention is found by the same search."""
    places = where_is(text, heaps_)
    assert places
    on_postgresql = "STEPWELL_DATABASE" in story.served.settings
    if table and on_postgresql:
        assert any(table in place for place in places)
    elif table:
        assert any(place.startswith("stepwell.sqlite3") for place in places)


@pytest.mark.parametrize("text", ["Zymtb\u00e4r in a Heap 7", b"\x00\xffsixteen and more\x10\x80"])
def test_the_search_finds_every_dress(text: str | bytes) -> None:
    for name, dress in dresses(text).items():
        around = lowered([Heap("here", os.urandom(200) + dress + os.urandom(200))])
        assert f"here: {name}" in where_is(text, around)
    raw = text if isinstance(text, bytes) else text.encode()
    for offset in range(3):
        whole = urlsafe_b64encode(os.urandom(30 + offset) + raw + os.urandom(31))
        assert where_is(text, lowered([Heap("here", whole)])), offset
    assert not where_is(text, lowered([Heap("here", os.urandom(5_000))]))


def test_the_search_finds_what_a_database_holds(tmp_path: Path) -> None:
    rows: Any = sqlite3.connect(tmp_path / "rows")
    rows.execute("PRAGMA journal_mode=WAL")
    rows.execute("CREATE TABLE t (a TEXT)")
    rows.execute("INSERT INTO t VALUES ('zymtb\u00e4r in a row')")
    rows.commit()
    found = where_is("Zymtb\u00e4r in a Row", lowered(Heap.of(tmp_path, "folder")))
    rows.close()
    assert any("rows-wal" in place for place in found)
