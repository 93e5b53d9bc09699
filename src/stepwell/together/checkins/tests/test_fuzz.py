"""Whatever is sent to any address of this room, by whomever: an answer in plain words, never a failure."""

from random import Random
from uuid import uuid4

import pytest

from stepwell.together.checkins.models import CheckIn, Times
from stepwell.together.checkins.tests.cast import Actor, body

pytestmark = pytest.mark.django_db
NAMES = (
    "form_id",
    "safety",
    "calm",
    "window",
    "feelings",
    "more_feelings",
    "new_feelings",
    "hard",
    "new_hard",
    "noticed",
    "intend",
    "who",
    "parts",
    "remember",
    "revision",
    "at",
    "weekdays",
    "two-at",
    "two-weekdays",
    "kind",
    "word",
    "month",
    "to",
    "signal",
    "kept",
)
VALUES = (
    "",
    "0",
    "5",
    "11",
    "-1",
    "é" * 10,
    "\x00",
    "😀" * 50,
    "x" * 5000,
    "own:a",
    "own:",
    "tired",
    "both",
    "me",
    "ratings",
    "noticed",
    "20:30",
    "24:00",
    "9" * 30,
    "1e5",
    "NaN",
    "2026-11-21",
    "0000-01-01",
    "2026-02",
    "null",
    "<b>",
    "'\"",
    "own:\u202e",
    "\n",
    "feelings",
    "on",
    "١",
    "9999-12-31",
    "9999-12",
)


def test_no_answer_is_a_failure(alma: Actor, ben: Actor, esi: Actor) -> None:
    chance = Random(20261121)
    kept = alma.keep(noticed="Words.", who="both", parts=["noticed"])
    alma.send("/check-ins/times/suggest/", {"two-at": "20:30", "two-weekdays": ["1"]})
    times = Times.objects.get().id
    urls = [
        "/check-ins/",
        "/check-ins/new/",
        "/check-ins/words/",
        "/check-ins/times/",
        "/check-ins/times/add/",
        "/check-ins/times/suggest/",
        "/together/",
        "/together/2026-01-01/",
        "/weeks/",
        "/weeks/days.csv",
        *(f"/check-ins/times/{times}/{verb}/" for verb in ("remove", "yes", "take-back", "put-aside")),
        *(
            f"/check-ins/{kept}/{verb}"
            for verb in ("", "correct/", "show/", "stop/", f"aside/{uuid4()}/let-go/")
        ),
    ]
    for _ in range(500):
        actor, url = chance.choice((alma, ben, esi)), chance.choice(urls)
        sent = {
            chance.choice(NAMES): [chance.choice(VALUES) for _ in range(chance.randint(1, 2))]
            for _ in range(4)
        }
        answer = (actor.browser.post if chance.random() < 0.6 else actor.browser.get)(url, sent)
        assert answer.status_code < 500, (url, sent)
        assert "Traceback" not in body(answer)
    assert CheckIn.objects.filter(id=kept).exists()
