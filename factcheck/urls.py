"""The site's table of contents."""

from allauth.account.decorators import secure_admin_login
from allauth.mfa.totp.views import activate_totp
from csp.constants import SELF
from csp.decorators import csp_update
from django.contrib import admin
from django.urls import include, path

from factcheck.web import errors

admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
admin.site.site_header = "Fact-check desk"
admin.site.site_title = "Fact-check desk"
admin.site.index_title = "People, house rules and records"
admin.site.site_url = "/desk/"

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.broke

urlpatterns = [
    path("admin/", admin.site.urls),
    # Addresses are changed by administrators, through an action that leaves its event.
    path("accounts/email/", errors.nothing_here, name="account_email"),
    # The picture to scan is part of the page. Only this page may hold such pictures.
    path(
        "accounts/2fa/totp/activate/",
        csp_update({"img-src": [SELF, "data:"]})(activate_totp),
        name="mfa_activate_totp",
    ),
    path("accounts/", include("allauth.urls")),
    path("desk/", include("factcheck.intake.urls")),
    path("desk/", include("factcheck.claims.urls")),
    path("desk/", include("factcheck.verification.urls")),
    path("desk/", include("factcheck.publishing.urls")),
    path("desk/", include("factcheck.desk.urls")),
    path("", include("factcheck.public.urls")),
]
