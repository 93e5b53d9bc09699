"""The cast as signed-in browsers, and what they do often."""

import re
from typing import Any

from stepwell.ground.spaces.testing import Actor as Cast
from stepwell.own.pace import keeping

SHOWN = "/pace/shown/"


class Actor(Cast):
    def revision(self, leaf: str) -> int:
        return keeping.leaf_of(self.keyring, leaf).revision

    def writes(self, leaf: str, *, revision: int | None = None, status: int = 303, **said: str) -> Any:
        on = self.revision(leaf) if revision is None else revision
        return self.send(f"/pace/{leaf}/write/", {"revision": str(on), **said}, status)

    def shows(self, leaf: str, part: str, words: str) -> None:
        """Looks at the preview first, and sends what the preview sends."""
        seen = self.page_after(f"/pace/{leaf}/show/", {"part": part, "words": words}, 200)
        sent = dict(re.findall(r'name="(part|words)" value="([^"]*)"', seen))
        self.send(f"/pace/{leaf}/show/", {**sent, "sure": "yes"})

    def takes_back(self) -> None:
        """The first line that stands there."""
        line = re.findall(r'name="line" value="([^"]+)"', self.see(SHOWN))[0]
        self.send("/pace/shown/take-back/", {"line": line})
