from django.urls import path

from stepwell.together.openness.views import after, choosing, hearing, ladder, own

app_name = "openness"
urlpatterns = [
    path("openness/", ladder.ladder, name="ladder"),
    path("openness/step-back/", ladder.step_back, name="step-back"),
    path("openness/forget/", ladder.forget, name="forget"),
    path("openness/own/", own.write, name="write"),
    path("openness/own/<uuid:own>/", own.own, name="own"),
    path("openness/choose/<slug:prompt>/", choosing.choose, name="choose"),
    path("openness/choose/<slug:prompt>/write/", choosing.for_myself, name="for-myself"),
    path("openness/take-back/", choosing.take_back, name="take-back"),
    path("openness/<uuid:opening>/", hearing.frame, name="frame"),
    path("openness/<uuid:opening>/yes/", hearing.yes, name="yes"),
    path("openness/<uuid:opening>/not-any-more/", hearing.not_any_more, name="not-any-more"),
    path("openness/<uuid:opening>/aside/", hearing.aside, name="aside"),
    path("openness/<uuid:opening>/way/", hearing.way, name="way"),
    path("openness/<uuid:opening>/told/", hearing.told, name="told"),
    path("openness/<uuid:opening>/after/", after.after, name="after"),
]
