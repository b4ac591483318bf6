"""The addresses of the library of sources."""

from django.urls import path

from factcheck.verification import views

app_name = "verification"

urlpatterns = [
    path("sources/", views.sources, name="sources"),
    path("sources/new/", views.source_add, name="source_add"),
    path("sources/<int:pk>/", views.source, name="source"),
    path("sources/<int:pk>/change/", views.source_change, name="source_change"),
    path("sources/<int:pk>/open/", views.source_open, name="source_open"),
    path("sources/<int:pk>/captures/new/", views.capture_add, name="capture_add"),
    path("captures/<int:pk>/", views.capture, name="capture"),
]
