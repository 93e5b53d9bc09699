from django.apps import AppConfig


class LiveConfig(AppConfig):
    name = "stepwell.ground.live"
    label = "live"

    def ready(self) -> None:
        from stepwell.ground.live.cutting import somebody_leaves, somebody_returns, space_rests
        from stepwell.ground.live.privacy import ROOM
        from stepwell.ground.privacy.api import register
        from stepwell.ground.spaces.api import on_leave, on_pause, on_ready

        register(ROOM)
        on_leave(somebody_leaves)
        on_pause(space_rests)
        on_ready(somebody_returns)
