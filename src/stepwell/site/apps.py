from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SiteConfig(AppConfig):
    name = "stepwell.site"
    label = "site"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate

        from stepwell.ground.ui.api import Area, add_area, add_offer
        from stepwell.ground.vault.api import on_opening
        from stepwell.site.home.offers import ALWAYS
        from stepwell.site.rls import build_after_migrations, opened

        on_opening(opened)
        post_migrate.connect(build_after_migrations, dispatch_uid="second wall")
        for key, label, order in (
            ("today", _("Today"), 10),
            ("mine", _("Mine"), 30),
            ("help", _("Help"), 50),
        ):
            add_area(Area(key=key, label=label, url_name=key, icon=key, order=order))
        for offer in ALWAYS:
            add_offer(offer)
