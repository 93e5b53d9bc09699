from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DialogueConfig(AppConfig):
    name = "stepwell.together.dialogue"
    label = "dialogue"

    def ready(self) -> None:
        from stepwell.ground.people.api import Beginning, add_beginning
        from stepwell.ground.privacy.api import register
        from stepwell.ground.spaces.api import on_leave, on_pause, on_ready
        from stepwell.ground.ui.api import RESTING, TWO, Offer, Row, add_offer, add_row
        from stepwell.together.between.api import add_chapter
        from stepwell.together.dialogue.asking import settle
        from stepwell.together.dialogue.gate import on_freed
        from stepwell.together.dialogue.leaving import somebody_leaves, space_opens, space_rests
        from stepwell.together.dialogue.limits import topic_of
        from stepwell.together.dialogue.privacy import ROOM
        from stepwell.together.dialogue.reading_together import chapter

        register(ROOM)
        on_leave(somebody_leaves)
        on_pause(space_rests)
        on_ready(space_opens)
        on_freed(settle)
        add_beginning(
            Beginning(
                "talk",
                _("Ask for a talk about it"),
                "dialogue:ask",
                draft="talk-ask",
                field="topic",
                fit=topic_of,
            )
        )
        add_chapter(chapter())
        add_row(
            Row(
                area="together",
                label=_("A talk"),
                words=_("One speaks, the other gives back what they heard"),
                url_name="dialogue:list",
                icon="users",
                order=35,
                states=frozenset({TWO, RESTING}),
            )
        )
        add_offer(
            Offer(
                key="dialogue.validation",
                minutes=3,
                label=_("Ways to show that you heard"),
                words=_("A few beginnings of sentences, for when words are hard to find."),
                url_name="dialogue:validation",
                landings=frozenset({3}),
                states=frozenset({"inside"}),
            )
        )
