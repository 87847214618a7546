"""The project as a Django app: its commands and its content checks."""

from importlib import import_module

from django.apps import AppConfig


class TroubleshooterConfig(AppConfig):
    """Registers the checks of the catalogue when Django starts."""

    name = "troubleshooter"

    def ready(self) -> None:
        import_module("troubleshooter.catalogue.checks")
