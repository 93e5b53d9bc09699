from django.apps import AppConfig


class SafetyConfig(AppConfig):
    name = "stepwell.own.safety"
    label = "safety"
