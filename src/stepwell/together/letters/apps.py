from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "stepwell.together.letters"
    label = "letters"
