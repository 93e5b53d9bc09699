"""Every word of this room is walked: nothing suggests, schedules or rewards sexual contact, or presses."""

import ast
import re
from pathlib import Path

import pytest

ROOM = Path(__file__).resolve().parents[1]
CLOSED = re.compile(
    r"\b(sex\w*|intercourse|genital\w*|breast\w*|penetrat\w*|insert\w*|orgasm\w*|arous\w*|erotic\w*|"
    r"naked\w*|nude\w*|undress\w*|strip\w*|bed|beds|bedroom|lingerie|underwear|make love|making love|"
    r"caress\w*|fondl\w*|thigh\w*|buttock\w*|lips|kiss\w*|desire\w*|lust\w*|passion\w*|foreplay|"
    r"climax\w*|kinky?|fetish\w*|porn\w*|masturbat\w*|seduc\w*|tempt\w*|sensual\w*|intimate\w*|libido|condom\w*|massage\w*|pleasure\w*)\b",
    re.IGNORECASE,
)
PRESSES = re.compile(
    r"\b(should|must|don't forget|remember to|streak|score|reward\w*|well done|percent|keep it up|"
    r"congratulations|goal|schedule\w*|remind(?!ed)\w*|progress\w*|level|waiting for you|has not answered|"
    r"declined|refused|rejected)\b",
    re.IGNORECASE,
)
# Both steps that are described begin with what stays out; nothing else in the room names it.
STAYS_OUT = "There is no sex in it, and breasts and genitals stay out."
ASKS_WHY = re.compile(r"\b(why did|tell \w+ why|your reason|because of what|who stopped)\b", re.IGNORECASE)
TRANSLATED = {"_", "gettext", "gettext_lazy", "ngettext"}
IN_TEMPLATES = re.compile(
    r"{%\s*translate\s+\"([^\"]+)\"|{%\s*blocktranslate[^%]*%}(.*?){%\s*endblocktranslate", re.DOTALL
)


def strings() -> list[str]:
    """Every text of this room that a person can come to read."""
    found: list[str] = []
    for path in sorted(ROOM.rglob("*.html")):
        for one, other in IN_TEMPLATES.findall(path.read_text("utf-8")):
            found.append(one or other)
    for path in sorted(ROOM.rglob("*.py")):
        if "tests" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in TRANSLATED:
                said = (one.value for one in node.args if isinstance(one, ast.Constant))
                found += [text for text in said if isinstance(text, str)]
    return found


def test_every_string_is_walked() -> None:
    found = strings()
    assert len(found) >= 90
    assert any("would welcome a quiet time" in text for text in found)
    assert any("One touches in order to notice" in text for text in found)


@pytest.mark.parametrize("text", sorted(set(strings())), ids=lambda text: text[:30])
def test_nothing_suggests_sexual_contact_and_nothing_presses(text: str) -> None:
    assert text == STAYS_OUT or not CLOSED.search(text), text
    assert not PRESSES.search(text), text
    assert not ASKS_WHY.search(text), text
    assert "!" not in text


@pytest.mark.parametrize("text", ["Making love", "A kiss", "Sex", "Undressing each other", "A massage"])
def test_the_walk_would_notice(text: str) -> None:
    assert CLOSED.search(text)


def test_nothing_of_this_room_goes_out_or_is_offered() -> None:
    """No mail, no note, nothing for Today, nothing carried over to another room."""
    code = "".join(path.read_text("utf-8") for path in ROOM.rglob("*.py") if "tests" not in path.parts)
    for word in (
        "ground.notices",
        "add_offer",
        "Offer(",
        "send_mail",
        "rearm",
        "register_source",
        "ground.record",
        "Chapter",
    ):
        assert word not in code, word
