"""What two made-up people agreed and promised in four months: (who, when, kind, about what, the words)."""

from typing import Any

PHONES_1 = {
    "title": "Phones in the evening",
    "version": 1,
    "clauses": [
        "From ten in the evening both phones lie on the kitchen shelf.",
        "If work calls, Ben may answer in the kitchen.",
        "We look at this again on 28 March.",
    ],
    "review": "2026-03-28",
}
PHONES_2 = {
    "title": "Phones in the evening",
    "version": 2,
    "clauses": [
        "From nine in the evening both phones lie on the kitchen shelf, face up.",
        "If work calls, Ben says who it is before he answers, and takes the call in the kitchen.",
        "Neither of us looks into the other’s phone. If a question comes, we ask it.",
        "We look at this again on 2 May.",
    ],
    "review": "2026-05-02",
}
SUNDAY = {
    "title": "Sunday mornings",
    "version": 1,
    "clauses": [
        "Sunday until eleven belongs to the two of us. No screens, no visitors.",
        "Either may say ‘not today’, and then it is the Sunday after.",
    ],
    "review": None,
}
CALL = "I ring before half past six when I come home later than that."

STORY: list[tuple[str, str, str, str, dict[str, Any]]] = [
    ("Alma", "2026-03-07T19:42:10Z", "agreement.signed", "phones", PHONES_1),
    ("Ben", "2026-03-07T20:05:44Z", "agreement.signed", "phones", PHONES_1),
    (
        "Ben",
        "2026-03-07T20:05:44Z",
        "agreement.in-force",
        "phones",
        {"title": "Phones in the evening", "version": 1},
    ),
    ("Ben", "2026-03-09T18:20:03Z", "promise.made", "call", {"promise": CALL, "days": "weekdays"}),
    ("Ben", "2026-03-10T17:58:31Z", "promise.kept", "call", {"day": "2026-03-10"}),
    ("Ben", "2026-03-11T18:12:00Z", "promise.kept", "call", {"day": "2026-03-11"}),
    (
        "Alma",
        "2026-03-14T09:31:55Z",
        "agreement.signature-taken-back",
        "phones",
        {"title": "Phones in the evening", "version": 1},
    ),
    ("Alma", "2026-03-14T19:10:26Z", "agreement.signed", "phones", PHONES_2),
    ("Ben", "2026-03-14T19:34:02Z", "agreement.signed", "phones", PHONES_2),
    (
        "Ben",
        "2026-03-14T19:34:02Z",
        "agreement.in-force",
        "phones",
        {"title": "Phones in the evening", "version": 2},
    ),
    (
        "Ben",
        "2026-03-18T16:05:12Z",
        "promise.changed",
        "call",
        {
            "day": "2026-03-18",
            "reason": "The audit runs until eight and I cannot leave the room.",
            "plan": "I write at half past six, and ring from the car.",
            "plan-day": "2026-03-18",
        },
    ),
    ("Ben", "2026-03-18T19:20:40Z", "promise.kept", "call", {"day": "2026-03-18", "plan": True}),
    (
        "Ben",
        "2026-03-26T21:02:19Z",
        "promise.not-kept",
        "call",
        {
            "day": "2026-03-26",
            "reason": "I forgot. I saw the time when I was already at the door.",
            "plan": "A reminder at six with no name in it, from tomorrow.",
            "plan-day": "2026-03-27",
        },
    ),
    ("Ben", "2026-03-27T17:31:08Z", "promise.kept", "call", {"day": "2026-03-27", "plan": True}),
    ("Alma", "2026-04-04T08:15:33Z", "agreement.signed", "sunday", SUNDAY),
    ("Ben", "2026-04-04T08:40:51Z", "agreement.signed", "sunday", SUNDAY),
    (
        "Ben",
        "2026-04-04T08:40:51Z",
        "agreement.in-force",
        "sunday",
        {"title": "Sunday mornings", "version": 1},
    ),
    (
        "Alma",
        "2026-04-12T09:55:00Z",
        "promise.made",
        "sunday",
        {"promise": "I say it before I am angry.", "note": True},
    ),
    ("Ben", "2026-04-20T17:44:27Z", "promise.kept", "call", {"day": "2026-04-20"}),
    (
        "Alma",
        "2026-05-02T18:30:12Z",
        "agreement.reviewed",
        "phones",
        {"title": "Phones in the evening", "version": 2, "said": "It stays as it is.", "next": "2026-08-01"},
    ),
    (
        "Ben",
        "2026-05-02T18:31:46Z",
        "agreement.reviewed",
        "phones",
        {"title": "Phones in the evening", "version": 2, "said": "It stays as it is.", "next": "2026-08-01"},
    ),
    ("Ben", "2026-05-11T17:50:02Z", "promise.kept", "call", {"day": "2026-05-11"}),
    (
        "Ben",
        "2026-05-19T15:22:37Z",
        "promise.changed",
        "call",
        {
            "day": "2026-05-19",
            "reason": "The train stands still near Uelzen.",
            "plan": "I write at every stop until I am home.",
            "plan-day": "2026-05-19",
        },
    ),
    ("Ben", "2026-05-19T20:48:15Z", "promise.kept", "call", {"day": "2026-05-19", "plan": True}),
    (
        "Ben",
        "2026-06-30T18:05:49Z",
        "promise.ended",
        "call",
        {"promise": CALL, "said": "We both feel no need of it."},
    ),
    (
        "Alma",
        "2026-07-03T19:12:20Z",
        "agreement.withdrawn",
        "sunday",
        {"title": "Sunday mornings", "version": 1},
    ),
]
