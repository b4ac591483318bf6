"""People, their roles and personal grants: looked after in the admin, through the actions."""

from typing import Any

import allauth.account.admin
import allauth.mfa.admin
import django.contrib.auth.admin
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import admin
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from factcheck.people import actions
from factcheck.people.models import GrantChoice, RoleChoice, User
from factcheck.people.rules import may_deactivate, may_take_role

# Their own admin pages would write past the actions, or show what is the person's alone. They are
# imported first, since a page can only be taken away once it is there.
OTHER_PAGES = (django.contrib.auth.admin, allauth.account.admin, allauth.mfa.admin)
for model in (Group, EmailAddress, Authenticator):
    if admin.site.is_registered(model):
        admin.site.unregister(model)


class PersonForm(forms.ModelForm[User]):
    """An account with its roles. What the rules refuse is said at the field."""

    asker: User  # who fills the form in; set by the admin page

    roles = forms.MultipleChoiceField(
        choices=RoleChoice, required=False, widget=forms.CheckboxSelectMultiple
    )
    grants = forms.MultipleChoiceField(
        choices=GrantChoice,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Given to a person by name, in no role.",
    )
    new_password = forms.CharField(
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="Leave empty to keep the one there is.",
    )

    class Meta:
        model = User
        fields = ["username", "name", "email", "is_active"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["username"].disabled = True
            self.initial["roles"] = [row.role for row in self.instance.memberships.all()]
            self.initial["grants"] = [row.ability for row in self.instance.grants.all()]

    def clean_new_password(self) -> str:
        password: str = self.cleaned_data["new_password"]
        if password:
            validate_password(password, self.instance)
        return password

    def clean(self) -> dict[str, Any]:
        """Ask the rules about roles that would be taken and the account that would be closed."""
        cleaned = super().clean() or self.cleaned_data
        if not self.instance.pk:
            return cleaned
        for role in set(self.initial["roles"]) - set(cleaned.get("roles", [])):
            ruling = may_take_role(self.asker, self.instance, role)
            if not ruling:
                self.add_error("roles", ruling.reason)
        if "is_active" in self.changed_data and not cleaned.get("is_active"):
            ruling = may_deactivate(self.asker, User.objects.get(pk=self.instance.pk))
            if not ruling:
                self.add_error("is_active", ruling.reason)
        return cleaned


@admin.register(User)
class UserAdmin(admin.ModelAdmin[User]):
    """People of the desk. Deactivated one day, never deleted."""

    form = PersonForm
    list_display = ["name", "username", "held_roles", "held_grants", "email", "is_active"]
    list_filter = ["is_active", "memberships__role", "grants__ability"]
    search_fields = ["name", "username", "email"]
    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("memberships", "grants")

    @admin.display(description="roles")
    def held_roles(self, person: User) -> str:
        return ", ".join(row.get_role_display() for row in person.memberships.all())

    @admin.display(description="by name")
    def held_grants(self, person: User) -> str:
        return ", ".join(row.get_ability_display() for row in person.grants.all())

    def get_form(
        self, request: HttpRequest, obj: User | None = None, change: bool = False, **kwargs: Any
    ) -> type[PersonForm]:
        form = super().get_form(request, obj, change=change, **kwargs)
        return type("PersonForm", (form,), {"asker": request.user})

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The trail has it, in sentences."""
        return redirect("desk:person_history", object_id)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        """Take each difference through its action, so that the trail has it."""
        by: Any = request.user
        wanted = form.cleaned_data
        if not change:
            person = actions.add_person(
                by=by,
                username=wanted["username"],
                name=wanted["name"],
                email=wanted["email"],
                password=wanted["new_password"] or None,
                roles=wanted["roles"],
                grants=wanted["grants"],
            )
            obj.pk = person.pk
            obj._state.adding = False
            return
        if {"name", "email"} & set(form.changed_data):
            actions.rename_person(person=obj, by=by, name=wanted["name"], email=wanted["email"])
        if wanted["new_password"]:
            actions.set_password(person=obj, by=by, password=wanted["new_password"])
        self._settle(obj, by, form)

    def _settle(self, person: User, by: User, form: Any) -> None:
        """Roles, grants and the account's state, as far as they differ."""
        wanted, was = form.cleaned_data, form.initial
        for role in set(wanted["roles"]) - set(was["roles"]):
            actions.give_role(person=person, role=role, by=by)
        for role in set(was["roles"]) - set(wanted["roles"]):
            actions.take_role(person=person, role=role, by=by)
        for ability in set(wanted["grants"]) - set(was["grants"]):
            actions.grant(person=person, ability=ability, by=by)
        for ability in set(was["grants"]) - set(wanted["grants"]):
            actions.revoke(person=person, ability=ability, by=by)
        if "is_active" in form.changed_data:
            act = actions.reactivate if wanted["is_active"] else actions.deactivate
            act(person=person, by=by)
