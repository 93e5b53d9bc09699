from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "stepwell.own.journal"
    label = "journal"
