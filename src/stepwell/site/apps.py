from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "stepwell.site"
    label = "site"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate

        from stepwell.ground.vault.api import on_opening
        from stepwell.site.rls import build_after_migrations, opened

        on_opening(opened)
        post_migrate.connect(build_after_migrations, dispatch_uid="second wall")
