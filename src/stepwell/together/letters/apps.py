from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LettersConfig(AppConfig):
    name = "stepwell.together.letters"
    label = "letters"

    def ready(self) -> None:
        from stepwell.ground.people.api import Beginning, add_beginning
        from stepwell.ground.privacy.api import register
        from stepwell.ground.spaces.api import on_leave
        from stepwell.ground.ui.api import Offer, Row, add_offer, add_row, fill_slot
        from stepwell.together.letters.leaving import somebody_leaves
        from stepwell.together.letters.privacy import ROOM

        register(ROOM)
        on_leave(somebody_leaves)
        fill_slot("words", "letters/_words.html")
        fill_slot("words-head", "letters/_words_head.html")
        # A thank-you is a plain letter: written alone, given when one chooses, and it asks for nothing.
        add_beginning(
            Beginning(
                "appreciation",
                _("Begin a letter with it"),
                "letters:write",
                args=("letter",),
                draft="letter-new-letter",
                field="part-words",
            )
        )
        add_row(
            Row(
                area="together",
                label=_("Letters"),
                words=_("Written alone, given when you choose"),
                url_name="letters:list",
                icon="pencil",
                order=44,
            )
        )
        add_offer(
            Offer(
                key="letters.feeling",
                minutes=3,
                label=_("Put one feeling into a sentence"),
                words=_("I feel, when, because. For you alone."),
                url_name="letters:feeling",
                landings=frozenset({3}),
                states=frozenset({"inside"}),
            )
        )
