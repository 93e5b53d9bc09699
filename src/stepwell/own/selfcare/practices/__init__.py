"""Every practice, in the order in which pages offer them."""

from stepwell.own.selfcare.practice import Practice, State
from stepwell.own.selfcare.practices import (
    body,
    body_says,
    cold_water,
    comparing,
    feet_hands,
    five_things,
    kindness,
    mindful,
    moving,
    nourishing,
    orienting,
    out_breath,
    own_pace,
    rest,
    walking,
    weight,
)

_ROOM = (out_breath, orienting, moving, feet_hands, five_things, cold_water, walking)
_LONGER = (mindful, body, weight, kindness, rest)
_OWN = (nourishing, body_says, comparing, own_pace)
ALL: tuple[Practice, ...] = tuple(one.PRACTICE for one in (*_ROOM, *_LONGER, *_OWN))
BY_KEY = {practice.key: practice for practice in ALL}


def fitting(state: State) -> tuple[Practice, ...]:
    """What may help somebody who is so now. Far away gets no relaxation: it would lead further out."""
    return tuple(practice for practice in ALL if state in practice.fits)
