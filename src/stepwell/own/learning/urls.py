from django.urls import path

from stepwell.own.learning import views

app_name = "learning"
# Neutral on purpose: these stand in the browser's history.
urlpatterns = [
    path("reading/", views.library, name="library"),
    path("reading/<slug:article>/", views.article, name="article"),
]
