"""How near Alma and Ben have come by now: what each welcomes, tells and notices, and what both do."""

from datetime import date
from zoneinfo import ZoneInfo

from stepwell.ground.people.testing import Member
from stepwell.own.pace import testing as pace
from stepwell.own.safety.testing import clear
from stepwell.site.demo.at import at
from stepwell.together.affection import testing as affection
from stepwell.together.menu import testing as menu
from stepwell.together.openness import testing as openness
from stepwell.together.touch import testing as touch

Days = dict[int, date]
# Three are welcome to both. What each wrote in their own words the other never learns.
HERS, HIS = "Sitting on the steps with our coats on", "Warm hands round one cup"
HER_MARKS: dict[str, menu.Mark] = {
    "look": "w", "walk": "w", "tea": "w", "sky": "w", "music": "m", "read": "n", "greet": "w", "thank": "w",
    "message": "m", "name": "n", "hold-hands": "m", "shoulder": "w", "sofa": "n", "hug-long": "n",
    "lean": "m", HERS: "w",
}  # fmt: skip
HIS_MARKS: dict[str, menu.Mark] = {
    "walk": "w", "cook": "w", "tea": "w", "laugh": "w", "garden": "m", "night": "w", "ask": "w", "note": "w",
    "hold-hands": "w", "shoulder": "w", "feet": "m", "hug-meet": "m", "dance": "n", HIS: "w",
}  # fmt: skip
BOTH = frozenset({"A walk together", "A cup of tea brought to me", "A hand on my shoulder"})
SAFE = {
    "now": "The door open.\nThat I know who is in the house.\nBeing asked before somebody sits down by me.",
    "helps": "Bread in the oven.\nA slow voice.",
    "goes": "I stop hearing the radio.",
}
LIKE = {"much": "Tea that is too hot.\nTo be read to.\nRain on the roof.", "alone": "An hour in the garden."}
NOT_NOW = {
    "what": "To be touched from behind.\nTo be asked whether it is better now.",
    "say": "Not tonight. Tomorrow I would like to walk.",
    "instead": "Sit by me, with the cat between us.",
}
BODY = {"yes": "My shoulders come down.", "no": "My hands go cold.", "unsure": "I hold my breath and smile."}
FALL = "How the house sounded when you were away"


def draw_near(one: Member, other: Member, days: Days, zone: ZoneInfo) -> None:
    """A week of it. Every verb is the one that a button presses."""
    with at(days[6], 12, zone):
        for member in (one, other):
            clear(member.keyring)
    _lists(one, other, days, zone)
    _told(one, other, days, zone)
    _signs(one, other, days, zone)
    _quiet_times(one, other, days, zone)
    _paces(one, other, days, zone)


def _lists(one: Member, other: Member, days: Days, zone: ZoneInfo) -> None:
    for member, own, marks in ((one, HERS, HER_MARKS), (other, HIS, HIS_MARKS)):
        with at(days[6], 20, zone):
            menu.write_lines(member.keyring, own)
            menu.mark_lines(member.keyring, marks)
    for member, back in ((one, 4), (other, 3)):
        with at(days[back], 20, zone):
            menu.ask_for_round(member.keyring, clears=False)
    for member in (one, other):
        with at(days[2], 20, zone):
            menu.look(member.keyring)


def _told(one: Member, other: Member, days: Days, zone: ZoneInfo) -> None:
    with at(days[6], 21, zone):
        openness.write_own(one.keyring, FALL, depth=2)
        openness.write_own(other.keyring, "The summer at my uncle’s workshop")
        opening = openness.ask_to_tell(one.keyring, "kitchen", ("listen", "no-advice"), clears=False)
    with at(days[5], 19, zone):
        openness.agree_to_hear(other.keyring, opening, clears=False)
    with at(days[5], 21, zone):
        openness.say_told(one.keyring, opening)
        openness.say_after(one.keyring, opening, helped=("listened", "side-by-side"), day=days[5])
    with at(days[1], 20, zone):
        openness.ask_to_tell(one.keyring, FALL, ("ask", "not-in-anger"), clears=False)


def _signs(one: Member, other: Member, days: Days, zone: ZoneInfo) -> None:
    for member, ideas, own in (
        (one, ("tea", "hand", "asked", "look-up"), "A note in my coat pocket"),
        (
            other,
            ("chore", "meal", "quiet", "when-back", "night"),
            "Ten minutes on the bench, no telephone",
        ),
    ):
        with at(days[5], 12, zone):
            for idea in ideas:
                affection.take_idea(member.keyring, idea)
            affection.write_line(member.keyring, "receive", own)
            affection.welcome_notes(member.keyring, clears=False)
    with at(days[4], 8, zone):
        affection.lay_note(
            other.keyring,
            "You left the light on in the hall for me. I saw it from the corner.",
            today=days[4],
        )
    with at(days[2], 8, zone):
        words = "Soup on Thursday, if you would like it. I would cook."
        affection.lay_note(one.keyring, words, today=days[2], sort="give")


def _quiet_times(one: Member, other: Member, days: Days, zone: ZoneInfo) -> None:
    """Twice side by side, comfortable for both, and both would go on. Nothing stands; one began to ask."""
    for back, ins in ((5, ("Side by side on the bench",)), (3, ("Side by side", "My left hand"))):
        with at(days[back], 22, zone):
            time = touch.begin(one.keyring, other.keyring, ins=ins)
            touch.stop(other.keyring, time)
            for member in (one, other):
                touch.say_how_it_was(member.keyring)
    for member in (one, other):
        with at(days[2], 21, zone):
            touch.would_go_on(member.keyring)
    with at(days[1], 22, zone):
        touch.begin_to_ask(one.keyring, ins=("My hands", "My forearms"), outs=("My neck", "My hair"))


def _paces(one: Member, other: Member, days: Days, zone: ZoneInfo) -> None:
    with at(days[6], 22, zone):
        for leaf, said in (("safe", SAFE), ("like", LIKE), ("not-now", NOT_NOW), ("body", BODY)):
            pace.write_leaf(one.keyring, leaf, said)
        pace.write_leaf(other.keyring, "like", {"much": "Quiet company.\nWork one can see when it is done."})
    with at(days[3], 20, zone):
        pace.show_line(one.keyring, "not-now", "say", NOT_NOW["say"])
        pace.show_line(other.keyring, "like", "much", "Quiet company.")
