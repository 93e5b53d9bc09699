from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QuestionsConfig(AppConfig):
    name = "stepwell.together.questions"
    label = "questions"

    def ready(self) -> None:
        from stepwell.ground.people.api import Beginning, add_beginning
        from stepwell.ground.privacy.api import register
        from stepwell.ground.spaces.api import on_leave
        from stepwell.ground.ui.api import Offer, Row, add_offer, add_row
        from stepwell.together.questions.leaving import somebody_leaves
        from stepwell.together.questions.privacy import ROOM

        register(ROOM)
        on_leave(somebody_leaves)
        add_beginning(
            Beginning(
                "question", _("Begin a question with it"), "questions:write", draft="question", field="text"
            )
        )
        add_row(
            Row(
                area="together",
                label=_("Questions"),
                words=_("Written down for yourself, asked when you choose"),
                url_name="questions:list",
                icon="circle-help",
                order=40,
            )
        )
        add_offer(
            Offer(
                key="questions.write",
                minutes=3,
                label=_("Write a question down"),
                words=_("Then it need not go round in your head. Only for you."),
                url_name="questions:write",
                landings=frozenset({2, 3}),
                states=frozenset({"inside"}),
            )
        )
