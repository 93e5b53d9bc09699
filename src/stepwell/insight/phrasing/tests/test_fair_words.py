"""What somebody says of their own hurt, or owns, is left alone; what lies near it is marked."""

import pytest

from stepwell.insight.phrasing.api import look

LEFT = """
How could you do this to me.
How can you say that to me.
How could you lie to me for a year?
How could you leave me there.
It was only a joke to you.
It was just sex to you and it was my life.
To you it was only a kiss.
It was just texting for you, for me it was the end of everything.
I did it because I was lonely, and being lonely did not give me the right.
I did it because I was lonely. That did not make it right.
I lied. I lied every single day and you never deserved it.
I cried every single night while you were with her.
Please don't leave me alone tonight, I am frightened. If you cannot, I will call Maria.
If you can't come, I will call my sister.
Honestly? I'm not OK. Not even a bit.
You always make the coffee, and I notice it.
You always make me soup when I am ill.
Others have it worse, I know, and it still hurts.
Everybody tells me that others have it worse, and I still can't eat.
My children will never forgive me for what I did.
""".strip().splitlines()

MARKED = [
    ("How could you refuse me after everything I did for you.", "pressure"),
    ("How can you say no to me after all this.", "pressure"),
    ("How could you be so cruel.", "criticism"),
    ("It was only a joke.", "minimising"),
    ("It was just sex.", "minimising"),
    ("I did it because I was lonely.", "defensiveness"),
    ("Every single time I speak you sigh.", "criticism"),
    ("If you can't forgive me I will leave.", "pressure"),
    ("If you don't answer, I will call your boss.", "pressure"),
    ("You always make it about you.", "criticism"),
    ("Do you even have a conscience?", "criticism"),
    ("Where is your conscience?", "criticism"),
    ("I have nothing to say to you.", "stonewalling"),
    ("Others have it far worse.", "minimising"),
    ("Plenty have it a lot worse.", "minimising"),
    ("The children will never forgive you if you go.", "pressure"),
    ("Our son will hate you if you leave.", "pressure"),
    ("After all I did for you, you can't even give me a kiss?", "pressure"),
    ("After everything I have done, you can't even hold my hand?", "pressure"),
]


@pytest.mark.parametrize("draft", LEFT)
def test_owned_pain_and_fair_words_are_left_alone(draft):
    assert not look(draft).findings


@pytest.mark.parametrize(("draft", "kind"), MARKED)
def test_what_lies_near_them_is_marked(draft, kind):
    assert {one.kind for one in look(draft).findings} == {kind}
