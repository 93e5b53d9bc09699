from collections.abc import Mapping
from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


def _words_taken_out(text: Mapping[str, Any], name: str) -> str:
    return gettext("%(name)s took the words out of event %(i)s.") % {"name": name, "i": int(text["event"])}


class RecordConfig(AppConfig):
    name = "stepwell.ground.record"
    label = "record"

    def ready(self) -> None:
        from stepwell.ground.privacy.api import register
        from stepwell.ground.record.kinds import add_kind
        from stepwell.ground.record.privacy import ROOM
        from stepwell.ground.record.writing import TAKEN_OUT
        from stepwell.ground.ui.api import Row, add_row

        register(ROOM)
        add_kind(TAKEN_OUT, _words_taken_out)
        add_row(
            Row(
                area="together",
                label=_("What was agreed, and when"),
                words=_("What was signed, to read and to take with you"),
                url_name="record:record",
                icon="key-round",
                order=45,
            )
        )
