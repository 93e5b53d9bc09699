from django.http import HttpRequest

from stepwell.ground.ui.frame import Frame


def frame(request: HttpRequest) -> dict[str, Frame]:
    return {"frame": Frame(request)}
