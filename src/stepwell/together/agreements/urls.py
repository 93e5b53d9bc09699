from django.urls import path

from stepwell.together.agreements.views import changing, listing, noting, reading, reviewing, signing, writing

app_name = "agreements"
urlpatterns = [
    path("agreements/", listing.listed, name="list"),
    path("agreements/new/", listing.kinds, name="kinds"),
    path("agreements/new/<slug:kind>/", writing.write, name="write"),
    path("agreements/drafts/<uuid:draft>/", writing.draft, name="draft"),
    path("agreements/drafts/<uuid:draft>/delete/", writing.delete_draft, name="delete-draft"),
    path("agreements/<uuid:agreement>/", reading.one, name="one"),
    path("agreements/<uuid:agreement>/versions/", reading.history, name="history"),
    path("agreements/<uuid:agreement>/paper/", reading.paper, name="paper"),
    path("agreements/<uuid:agreement>/change/", changing.change, name="change"),
    path("agreements/<uuid:agreement>/sign/", signing.sign, name="sign"),
    path("agreements/<uuid:agreement>/step-back/", signing.step_back, name="step-back"),
    path("agreements/<uuid:agreement>/review/", reviewing.review, name="review"),
    path("agreements/<uuid:agreement>/note/", noting.note, name="note"),
    path("agreements/<uuid:agreement>/aside/", noting.aside, name="aside"),
]
