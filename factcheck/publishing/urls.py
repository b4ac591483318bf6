"""The addresses of this room."""

from django.urls import path

from factcheck.publishing import views

app_name = "publishing"
urlpatterns = [
    # /desk/articles/<pk>/
    path("articles/<int:pk>/gate/", views.gate, name="gate"),
    path("articles/<int:pk>/preview/", views.preview, name="preview"),
    path("articles/<int:pk>/publish/", views.publish, name="publish"),
    path("articles/<int:pk>/break-glass/", views.break_glass, name="break_glass"),
    path("articles/<int:pk>/address/", views.address, name="address"),
    path("articles/<int:pk>/clear/", views.clear, name="clear"),
    # /desk/editions/
    path("editions/", views.editions, name="editions"),
    path("editions/<int:pk>/", views.edition, name="edition"),
]
