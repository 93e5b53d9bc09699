from django.apps import AppConfig


class DialogueConfig(AppConfig):
    name = "stepwell.together.dialogue"
    label = "dialogue"
