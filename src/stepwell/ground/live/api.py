"""The door of live: saying that something moved, and the streams that tell it."""

from stepwell.ground.live.moving import announce, moved
from stepwell.ground.live.streams import Streams

__all__ = ["Streams", "announce", "moved"]
