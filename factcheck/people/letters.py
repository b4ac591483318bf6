"""Mail to people. Takes plain values; never anything of a confidential source."""

import logging
from collections.abc import Iterable

from django.core.mail import EmailMessage, get_connection

from factcheck.people.models import User

log = logging.getLogger(__name__)


def tell(people: Iterable[User], subject: str, text: str) -> int:
    """Write to everybody who has an address, each by a letter of their own; how many went out.

    Call it when the transaction is through. A mail server that is away does not undo what was
    done: it is logged, and the trail has it anyway.
    """
    letters = [
        EmailMessage(subject=subject, body=text, to=[person.email])
        for person in people
        if person.email and person.is_active
    ]
    if not letters:
        return 0
    try:
        return get_connection().send_messages(letters) or 0
    except OSError:
        log.exception("A letter could not be sent")
        return 0
