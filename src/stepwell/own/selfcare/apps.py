from django.apps import AppConfig


class SelfcareConfig(AppConfig):
    name = "stepwell.own.selfcare"
    label = "selfcare"
