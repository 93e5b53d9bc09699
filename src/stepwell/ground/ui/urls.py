from django.urls import path

from stepwell.ground.ui import views

app_name = "ui"
urlpatterns = [
    path("blank/", views.blank, name="blank"),
    path("offline/", views.offline, name="offline"),
    path("sw.js", views.service_worker, name="worker"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("components/", views.components, name="components"),
]
