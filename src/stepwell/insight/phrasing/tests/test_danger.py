"""Where a draft hints at harm there is help and no tip; ordinary talk of the same words is no hint."""

import pytest

from stepwell.insight.phrasing.api import look

HARM_TO_SELF = """
It would be better if I was gone.
It'd be easier for you if I were dead.
You will be happier when I am gone.
You'll all be relieved once I'm gone.
When I am gone you will be free.
Everyone would be better off without me.
You'd all be better off without me.
The kids are safer without me.
I don't see a point in anything any more.
I can't see the point of going on.
There is no point in anything any more.
What is the point of anything now?
I can't see a reason to get up any more.
I wish I had never been born.
Since I read it I do not want to live.
I have nothing left to live for.
Nobody would miss me if I was gone.
I don't see any point in living.
I'd rather not wake up tomorrow.
I am burning myself again.
I took a handful of pills.
I have been cutting again.
I started cutting again last week.
I drove at 160 and thought about the bridge.
I keep thinking about driving into a tree.
I sat there thinking about dying.
""".strip().splitlines()

FEAR = """
I feel scared of you.
I feel afraid of you.
I'm frightened of you when you drink.
I am afraid of your temper.
I am frightened of what you might do to me.
I'm scared to come home.
I am afraid to come home when you have been drinking.
I feel scared of you, when you took my keys, because I could not leave
I am scared to say no to you.
You frighten me when you shout.
I'm scared of coming home to you.
""".strip().splitlines()

HARM_DONE = """
You said you would kill me.
You shouted that you'd hit me.
You threatened to hurt us.
You told me you'd kill yourself if I left.
You held a knife to me.
You smashed a glass next to my face.
You did not stop when I said no.
You didn't stop when I asked you to stop.
I said no and you did not stop.
You kept going when I said stop.
I told you to stop and you didn't.
You touched me while I was asleep.
You hit the wall next to my head.
You punched the door beside me.
You punched a hole in the wall.
You threw a plate at me on Friday.
You threw your phone at my head.
You kicked the door in.
""".strip().splitlines()

HELD = """
You keep all my money and I have to ask for bus fare.
You took my card and I have to ask you for money.
You took my keys, and so I could not leave.
You won't let me see my friends.
You would not let me leave the room.
You hold my passport.
You don't give me money for food.
I'm not allowed my own bank card.
You won't leave this house. I took your keys.
If you leave I will kill myself.
If you leave me I will kill myself and you will never see the kids again.
""".strip().splitlines()

ORDINARY = """
I am scared of your silence.
I am scared of losing you.
I was scared of you leaving me.
I am not scared of you.
I am no longer afraid of you.
I'm scared to come home to an empty house.
I'd be better off asking first.
We would be better off without the car.
It would be better if I was there by six.
You will be happier when the boxes are gone.
I am gone by six.
You'll be glad when I'm gone to my sister's.
I have been cutting the hedge again.
I have been cutting down on sugar again.
I don't see a point in buying a new car.
I see no reason to go on about it.
I drove over the bridge at six.
I thought about the bridge you painted.
I think about dying my hair.
You threw the ball.
You threw the ball to me and I caught it.
You threw yourself at her.
You threw it all away.
You threw that in my face.
You hit the wall with the car.
You hit the roof when I told you.
You did not stop for petrol.
You did not stop calling.
You said you would never hurt me.
You promised you would not hurt me again.
You said you would kill for a coffee.
You keep the money for the trip.
I see no point any more in hiding the phone.
You kept going on about the car.
I told you to stop for bread and you didn't.
I'm scared of you finding out.
Were you scared of her?
I cut my hair last night.
You have my phone, so I could not call the plumber.
""".strip().splitlines()


@pytest.mark.parametrize("draft", [*HARM_TO_SELF, *FEAR, *HARM_DONE, *HELD])
def test_a_hint_of_danger_gets_help_and_no_tip(draft):
    seen = look(draft)
    assert seen.safety
    assert {one.kind for one in seen.findings} <= {"pressure"}
    assert not any(one.instead for one in seen.findings)


@pytest.mark.parametrize("draft", HARM_TO_SELF)
def test_despair_is_not_judged(draft):
    assert not look(draft).findings


@pytest.mark.parametrize("draft", ORDINARY)
def test_ordinary_talk_of_the_same_words_is_none(draft):
    assert not look(draft).safety


def test_danger_anywhere_in_a_draft_takes_every_tip_from_it():
    assert any(one.instead for one in look("You never listen.").findings)
    seen = look(
        "You never listen. You are so selfish.\n\nSometimes I think everyone would be better off without me."
    )
    assert seen.safety
    assert not any(one.instead for one in seen.findings)


def test_a_threat_keeps_its_kind():
    seen = look("If you leave me I will kill myself and you will never see the kids again.")
    assert {one.kind for one in seen.findings} == {"pressure"}
