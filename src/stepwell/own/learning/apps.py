from django.apps import AppConfig


class LearningConfig(AppConfig):
    name = "stepwell.own.learning"
    label = "learning"
