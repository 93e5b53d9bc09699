"""Every address of the house."""

from django.urls import include, path

from stepwell.site.home import views

urlpatterns = [
    path("", views.front, name="front"),
    path("today/", views.today, name="today"),
    path("mine/", views.mine, name="mine"),
    path("", include("stepwell.own.safety.help_urls")),
    path("leaving/", views.about_leaving, name="about-leaving"),
    path("", include("stepwell.ground.ui.urls")),
    path("", include("stepwell.ground.people.urls")),
    path("", include("stepwell.ground.spaces.urls")),
    path("", include("stepwell.ground.notices.urls")),
    path("", include("stepwell.own.safety.urls")),
    path("", include("stepwell.own.selfcare.urls")),
    path("", include("stepwell.own.learning.urls")),
    path("", include("stepwell.together.pathway.urls")),
    path("", include("stepwell.together.checkins.urls")),
    path("", include("stepwell.ground.record.urls")),
    path("", include("stepwell.together.agreements.urls")),
    path("", include("stepwell.together.promises.urls")),
    path("", include("stepwell.together.questions.urls")),
    path("", include("stepwell.together.calendar.urls")),
    path("", include("stepwell.together.dialogue.urls")),
    path("", include("stepwell.together.letters.urls")),
    path("", include("stepwell.together.repair.urls")),
    path("", include("stepwell.together.menu.urls")),
    path("", include("stepwell.together.openness.urls")),
    path("", include("stepwell.together.affection.urls")),
    path("", include("stepwell.together.touch.urls")),
    path("", include("stepwell.together.consent.urls")),
    path("", include("stepwell.own.journal.urls")),
    path("", include("stepwell.own.pace.urls")),
    path("", include("stepwell.own.understanding.urls")),
    path("", include("stepwell.together.between.urls")),
]
handler400 = "stepwell.ground.ui.errors.bad_request"
handler403 = "stepwell.ground.ui.errors.forbidden"
handler404 = "stepwell.ground.ui.errors.not_found"
handler500 = "stepwell.site.faults.fault"
