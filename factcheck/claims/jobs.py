"""The background jobs of this room, by name.

A task calls actions, so it stands above them. An action that asks for a job finds it here, by its
name, inside its own transaction.
"""

from django.utils.module_loading import import_string
from django_tasks.base import Task


def reading_job() -> Task[[int], None]:
    """The job that reads a version, given by key, for claims."""
    job: Task[[int], None] = import_string("factcheck.claims.tasks.read_later")
    return job
