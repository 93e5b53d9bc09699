"""What Alma and Ben settled, promised, told and asked in their last weeks, lived through day by day."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from stepwell.ground.people.testing import Member
from stepwell.own.safety.testing import clear
from stepwell.site.demo import near
from stepwell.site.demo.at import at
from stepwell.together.agreements import testing as agreements
from stepwell.together.between import testing as between
from stepwell.together.calendar import testing as calendar
from stepwell.together.dialogue import testing as dialogue
from stepwell.together.letters import testing as letters
from stepwell.together.promises import testing as promises
from stepwell.together.questions import testing as questions
from stepwell.together.repair import testing as repair

CLAUSES = (
    "From nine in the evening both phones lie on the kitchen shelf, face up.",
    "If work calls, whoever is called says who it is before answering.",
    "Neither of us looks into the other’s phone. If a question comes, we ask it.",
)
BETTER = (*CLAUSES[:2], "Neither of us looks into the other’s phone. A question may be asked at any time.")


def live(one: Member, other: Member, *, today: date, zone: ZoneInfo) -> None:
    """Five weeks up to yesterday. Every verb is the one that a button presses."""
    days = {back: today - timedelta(days=back) for back in range(-7, 36)}
    with at(days[34], 20, zone) as now:
        said = agreements.terms(*CLAUSES, review_on=days[4])
        phones = agreements.offer(one.keyring, said, now=now)
    with at(days[33], 20, zone) as now:
        better = agreements.terms(*BETTER, review_on=days[4])
        agreements.answer(other.keyring, phones, better, base=1, now=now)
        agreements.sign(other.keyring, phones, 2, name="Ben", now=now)
    with at(days[33], 21, zone) as now:
        agreements.sign(one.keyring, phones, 2, now=now)
    _storm(one, other, days, zone)
    _promises(one, other, days, zone)
    _letters(one, other, days, zone)
    _questions(one, other, days, zone)
    _talk(one, other, days, zone)
    _plans(one, other, days, zone)
    near.draw_near(one, other, days, zone)
    for member in (one, other):
        clear(member.keyring)
        between.lay_beside(member.keyring, ("safety", "closeness", "calm"))


def _storm(one: Member, other: Member, days: dict[int, date], zone: ZoneInfo) -> None:
    with at(days[32], 20, zone):
        repair.keep_part(
            one.keyring,
            today=days[32],
            signs="My voice goes flat and I look at the door.",
            helps="Sit down. Say one sentence, slowly.",
            worse="Following me into the next room.",
            word="Harbour",
            back="Half an hour, then tea at the table.",
        )
        repair.put_forward(one.keyring, name="Alma", today=days[32])
    with at(days[31], 20, zone):
        repair.keep_part(
            other.keyring, today=days[31], signs="I explain, faster and faster.", helps="A hand on my back."
        )
        repair.put_forward(other.keyring, name="Ben", today=days[31])
        repair.sign_plan(other.keyring, name="Ben")
    with at(days[31], 21, zone):
        repair.sign_plan(one.keyring, name="Alma")


def _letters(one: Member, other: Member, days: dict[int, date], zone: ZoneInfo) -> None:
    with at(days[12], 21, zone):
        written = letters.keep_letter(
            one.keyring,
            today=days[12],
            words="When you are late I count the minutes, as I could not in May. I would like you to ring.",
        )
        given = letters.give_letter(one.keyring, written, today=days[12])
    with at(days[11], 7, zone):
        back = "You count the minutes when I am late, as you could not in May. You want me to ring."
        letters.say(other.keyring, given, 1, back, today=days[11])
    with at(days[11], 19, zone):
        letters.say(one.keyring, given, 2, "", today=days[11], verdict="yes")
        letters.keep_letter(other.keyring, today=days[11], words="What I want to say about the spring")


def _promises(one: Member, other: Member, days: dict[int, date], zone: ZoneInfo) -> None:
    with at(days[30], 19, zone):
        ring = promises.promise(
            other.keyring, "I ring at six, from the station.", today=days[30], first=days[24]
        )
        promises.promise(
            one.keyring, "A walk before I answer.", today=days[30], first=days[28], to_other=False
        )
    with at(days[24], 15, zone):
        plan = ("I ring from the car, before I drive.", days[23])
        instead = promises.say(
            other.keyring, ring, "changed", today=days[24], reason="The late train was cancelled.", plan=plan
        )
    with at(days[23], 19, zone):
        if instead is not None:
            promises.say(other.keyring, instead, "kept", today=days[23])
    with at(days[16], 9, zone):
        daily = promises.promise(
            other.keyring,
            "In the morning I say what the day holds.",
            today=days[16],
            until=days[-7],
            repeat="weekdays",
            weekdays=(0, 2, 4),
        )
    for back in range(16, 1, -1):
        if days[back].weekday() in (0, 2, 4):
            with at(days[back], 21, zone):
                promises.say(other.keyring, daily, "kept", today=days[back])


def _questions(one: Member, other: Member, days: dict[int, date], zone: ZoneInfo) -> None:
    with at(days[14], 22, zone):
        kept = questions.keep_question(one.keyring, "Who else knew?", today=days[14], want="yes")
        put = questions.put_question(one.keyring, kept, today=days[14])
        later = questions.keep_question(one.keyring, "When did you begin to hide it?", today=days[14])
    with at(days[11], 20, zone):
        questions.answer_question(
            other.keyring, put, "My brother knew from the summer on. Nobody else did.", today=days[11]
        )
    with at(days[9], 20, zone):
        questions.put_question(one.keyring, later, today=days[9], place="session")


# What is said, and what is given back; who speaks changes after each.
TURNS = (
    (
        "When I came home on Tuesday the light was off and you did not answer. I was back in May within a "
        "second, and I was angry with you before you had said a word.",
        "The house was dark and I did not answer, and for you it was May again. You were angry before I "
        "could say a word.",
    ),
    (
        "I saw your call when I got out of the meeting. I was afraid of how you would sound, so I waited "
        "until I was at the door. I left you alone with it, and I did that to be spared.",
        "You saw that I had called, and you were afraid of my voice. You say that you waited to be spared, "
        "and that I was alone with it.",
    ),
)


def _talk(one: Member, other: Member, days: dict[int, date], zone: ZoneInfo) -> None:
    """A short one, whose words both wanted kept."""
    on = days[8]
    with at(on, 20, zone):
        talk = dialogue.begin(one.keyring, other.keyring, "Tuesday, when the house was dark", today=on)
        speaker, listener = one.keyring, other.keyring
        for said, back in TURNS:
            dialogue.turn(speaker, listener, talk, said, back)
            dialogue.change(speaker, talk)
            speaker, listener = listener, speaker
        away = "That he knew he had left me alone with it, and said so."
        dialogue.leave(one.keyring, talk, away, today=on, becomes="appreciation", shown=True, keep=True)
        promise = "If I cannot talk when you call, I write one line at once."
        dialogue.leave(other.keyring, talk, promise, today=on, becomes="promise", keep=True)


def _plans(one: Member, other: Member, days: dict[int, date], zone: ZoneInfo) -> None:
    choir = datetime.combine(days[-2], time(19))
    with at(days[3], 18, zone):
        plan = calendar.body(
            choir, choir + timedelta(hours=2), what="Choir", where="St Anne’s", reach="My phone is on."
        )
        calendar.keep_plan(other.keyring, plan, show=("what", "where", "until", "reach"))
    walk = datetime.combine(days[-1], time(18))
    with at(days[2], 18, zone):
        ritual = calendar.body(
            walk, walk + timedelta(minutes=30), rule="FREQ=WEEKLY", what="A walk by the water"
        )
        calendar.agree(one.keyring, other.keyring, ritual)
