"""What everybody in the cast promised, noted beside it, would ask the other, and wrote in letters."""

from typing import TYPE_CHECKING

from stepwell.ground.spaces.api import couple_of
from stepwell.together.affection import testing as affection
from stepwell.together.between import testing as between
from stepwell.together.letters import testing as letters
from stepwell.together.menu import testing as menu
from stepwell.together.promises import testing as promises
from stepwell.together.questions import testing as questions
from stepwell.together.repair import testing as repair

if TYPE_CHECKING:
    from tests.house.matrix.cast import Cast

WHO = ("alma", "ben", "chidi", "esi", "femi")
OTHER = {"alma": "ben", "ben": "alma", "chidi": "dara"}


def build(cast: "Cast") -> None:
    from tests.house.matrix.cast import NOW

    today = NOW.date()
    _plans(cast)
    _notes(cast)
    for who in WHO:
        _letters(cast, who)
        _list(cast, who)
        keyring = cast.members[who].fresh().keyring
        readers = (who, OTHER[who]) if who in OTHER else (who,)
        made = promises.promise(keyring, cast.plant(f"what {who} promises", *readers), today=today)
        cast.objects["promise", who] = made
        note = promises.note(keyring, made, cast.plant(f"{who} notes beside it", who), today=today)
        cast.objects["beside", who] = note
        asked = cast.plant(f"what {who} asks", *readers)
        cast.objects["question", who] = question = questions.keep_question(keyring, asked, today=today)
        questions.keep_question(keyring, cast.plant(f"what {who} asks nobody", who), today=today)
        if couple_of(keyring):
            between.lay_beside(keyring, ["safety"])
            cast.objects["put", who] = put = questions.put_question(keyring, question, today=today)
            questions.name_day(cast.members[OTHER[who]].fresh().keyring, put, today)


def _list(cast: "Cast", who: str) -> None:
    """Each has a list, and each of two has asked for a round."""
    keyring = cast.members[who].fresh().keyring
    own = cast.plant(f"what {who} would welcome", who)
    cast.objects["line", who] = menu.write_lines(keyring, own)[0]
    menu.mark_lines(keyring, {own: "w", "look": "w"})
    if couple_of(keyring):
        menu.ask_for_round(keyring)


def _letters(cast: "Cast", who: str) -> None:
    from tests.house.matrix.cast import NOW

    today, keyring = NOW.date(), cast.members[who].fresh().keyring
    readers = (who, OTHER[who]) if who in OTHER else (who,)
    letters.keep_letter(keyring, words=cast.plant(f"a letter {who} keeps", who), today=today)
    written = cast.plant(f"a letter {who} gives", *readers)
    cast.objects["letter", who] = letter = letters.keep_letter(keyring, words=written, today=today)
    cast.objects["sort", who] = "impact"
    if couple_of(keyring):
        cast.objects["given", who] = letters.give_letter(keyring, letter, today=today)


def _notes(cast: "Cast") -> None:
    """Each has a list; both of two have said that notes are welcome, and have laid one down."""
    from tests.house.matrix.cast import NOW

    for who in WHO:
        own = cast.plant(f"a sign that {who} likes", who)
        affection.write_line(cast.members[who].fresh().keyring, "give", own)
    for pair in (("alma", "ben"), ("chidi", "dara")):
        for who in pair:
            affection.welcome_notes(cast.members[who].fresh().keyring)
        for who in set(pair) & set(WHO):
            words, keyring = cast.plant(f"a note of {who}", *pair), cast.members[who].fresh().keyring
            cast.objects["small_note", who] = affection.lay_note(keyring, words, today=NOW.date())


def _plans(cast: "Cast") -> None:
    """In force between Alma and Ben, and changed by each since; the others have a part alone."""
    from tests.house.matrix.cast import NOW

    today = NOW.date()
    for who in WHO:
        both = ("alma", "ben") if who in ("alma", "ben") else (who,)
        keyring = cast.members[who].fresh().keyring
        repair.keep_part(keyring, helps=cast.plant(f"what helps {who}", *both), today=today)
        if len(both) > 1:
            repair.put_forward(keyring, name=who.title(), today=today)
    for who in ("alma", "ben"):
        repair.sign_plan(cast.members[who].fresh().keyring, name=who.title())
    for who in WHO:
        later = cast.plant(f"what helps {who} by now", who)
        repair.keep_part(cast.members[who].fresh().keyring, helps=later, today=today)
