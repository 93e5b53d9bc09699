from django.apps import AppConfig


class SelfcareConfig(AppConfig):
    name = "stepwell.own.selfcare"
    label = "selfcare"

    def ready(self) -> None:
        from stepwell.ground.privacy.api import register
        from stepwell.ground.ui.api import add_offer, fill_slot, keep_offline
        from stepwell.own.selfcare.offers import every
        from stepwell.own.selfcare.privacy import ROOM
        from stepwell.own.selfcare.responding import some
        from stepwell.own.selfcare.telling import source
        from stepwell.own.selfcare.unsigned import FILES, grounding
        from stepwell.own.understanding.api import add_practices, add_source

        register(ROOM)
        add_source(source())
        add_practices(some)
        fill_slot("hard", "selfcare/_window.html")
        fill_slot("steady", "selfcare/_steady.html")
        fill_slot("pace", "selfcare/_pace.html")
        for offer in every():
            add_offer(offer)
        for address, drawn in grounding():
            keep_offline(address, drawn, files=FILES)
