from tests.fixtures.cast import cast_of

from stepwell.own.pace.tests.cast import Actor

couple, alma, ben, chidi, esi = cast_of(Actor)
