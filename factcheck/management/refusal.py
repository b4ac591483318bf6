"""Commands that scripts call: a refusal is one sentence on standard error, and exit 1."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from factcheck.people.models import User


class ContractCommand(BaseCommand):
    """Says nothing but the sentence, where Django would put the name of an error before it."""

    def execute(self, *args: Any, **options: Any) -> str | None:
        """Run; refuse in one sentence where it was called from a shell."""
        try:
            return super().execute(*args, **options)
        except CommandError as refused:
            if not getattr(self, "_called_from_command_line", False):
                raise
            self.stderr.write(str(refused))
            raise SystemExit(refused.returncode) from None


def person(username: str) -> User:
    """Somebody of the desk, by the name they sign in with."""
    found = User.objects.filter(username=username, is_active=True).first()
    if found is None:
        raise CommandError(f"Nobody of the desk signs in as {username}.")
    return found
