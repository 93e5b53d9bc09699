"""Every word of the rooms of drawing near is walked: nothing suggests, schedules or rewards sexual contact,
or presses. And what happens in them stays there."""

import ast
import re
from pathlib import Path

import pytest

from tests.house.plan import SRC

ROOMS = {
    room.name: room
    for room in (SRC / "together" / name for name in ("menu", "openness", "touch", "consent", "affection"))
}
ROOMS["pace"] = SRC / "own" / "pace"
# What a line must not speak of: whole words or beginnings of words.
CLOSED = re.compile(
    r"\b(sex\w*|intercourse|genital\w*|breast\w*|penetrat\w*|insert\w*|orgasm\w*|arous\w*|erotic\w*|naked\w*|"
    r"nude\w*|undress\w*|strip\w*|bed|beds|bedroom|lingerie|underwear|make love|making love|making out|"
    r"caress\w*|fondl\w*|thigh\w*|buttock\w*|lips|kiss\w*|desire\w*|lust\w*|passion\w*|foreplay|climax\w*|"
    r"kinky?|fetish\w*|porn\w*|masturbat\w*|seduc\w*|tempt\w*|sensual\w*|intima\w*|libido|condom\w*|"
    r"lover\w*|massage\w*|pleasure\w*|shower together|bath together)\b",
    re.IGNORECASE,
)
# The two steps of touch that are described begin with what stays out; and a greeting is no more than that.
NAMED = {"There is no sex in it, and breasts and genitals stay out.", "A kiss on the forehead"}
PRESSES = re.compile(
    r"\b(should|must|don't forget|remember to|streak|score|reward\w*|well done|percent|keep it up|"
    r"congratulations|goal|schedule\w*|remind(?!ed)\w*|progress\w*|level|\d+ days|days since|waiting for you|"
    r"has not answered|declined|refused|rejected|why did|tell \w+ why|your reason|because of what|"
    r"who stopped)\b",
    re.IGNORECASE,
)
# Where one tap of either ends what both see: the other's open page hears it at once.
LIVE = {"touch", "consent"}
TRANSLATED = {"_", "gettext", "gettext_lazy", "ngettext"}
IN_TEMPLATES = re.compile(
    r"{%\s*translate\s+\"([^\"]+)\"|{%\s*blocktranslate[^%]*%}(.*?){%\s*endblocktranslate", re.DOTALL
)
GOES_OUT = (
    "ground.notices",
    "add_offer",
    "Offer(",
    "send_mail",
    "rearm",
    "register_source",
    "ground.record",
    "Chapter",
)


def code_of(room: Path) -> list[Path]:
    return [path for path in sorted(room.rglob("*.py")) if "tests" not in path.parts]


def strings(room: Path) -> list[str]:
    """Every text of this room that a person can come to read."""
    found = []
    for path in sorted(room.rglob("*.html")):
        found += [one or other for one, other in IN_TEMPLATES.findall(path.read_text("utf-8"))]
    for path in code_of(room):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in TRANSLATED:
                said = (one.value for one in node.args if isinstance(one, ast.Constant))
                found += [text for text in said if isinstance(text, str)]
    return sorted(set(found))


@pytest.mark.parametrize(
    ("room", "known"),
    [
        ("menu", ("What a round does", "Hand in hand", "Only what both marked as welcome")),
        ("openness", ("How it may be heard", "Please do not advise", "would like to tell you something")),
        ("touch", ("would welcome a quiet time", "One touches in order to notice")),
        ("consent", ("One of you asks for something", "as small as you like")),
        ("affection", ("nothing is owed", "A note by the kettle")),
        ("pace", ("there is no pace to reach", "How my body says yes")),
    ],
)
def test_every_string_is_walked(room: str, known: tuple[str, ...]) -> None:
    found = strings(ROOMS[room])
    assert len(found) >= (40 if room == "consent" else 70)
    for words in known:
        assert any(words in text for text in found), words


@pytest.mark.parametrize("room", ROOMS)
def test_nothing_suggests_sexual_contact_and_nothing_presses(room: str) -> None:
    for text in strings(ROOMS[room]):
        assert text in NAMED or not CLOSED.search(text), text
        assert not PRESSES.search(text), text
        assert "!" not in text, text


def test_nothing_in_the_demonstration_is_about_it() -> None:
    lived = SRC / "site" / "demo" / "near.py"
    said = [
        node.value for node in ast.walk(ast.parse(lived.read_text("utf-8"))) if isinstance(node, ast.Constant)
    ]
    assert "Side by side" in said
    for text in said:
        assert not CLOSED.search(str(text)), text


@pytest.mark.parametrize(
    "text", ["Making love", "A kiss", "Sex", "Undressing each other", "A bath together", "A massage"]
)
def test_the_walk_would_notice(text: str) -> None:
    assert CLOSED.search(text)


@pytest.mark.parametrize("room", ROOMS)
def test_nothing_of_them_goes_out_or_is_offered(room: str) -> None:
    """No mail, no note, nothing for Today, nothing in the record or in a month to read; and no stream tells
    when somebody pressed a button, but within a quiet time of two and what stands for this time."""
    code = "".join(path.read_text("utf-8") for path in code_of(ROOMS[room]))
    for word in (*GOES_OUT, *(() if room in LIVE else ("announce",))):
        assert word not in code, word
