"""Templates are laid out for the people who read them; browsers do not need the layout."""

import re
from typing import Any

from django.template.base import Template, TextNode
from django.template.loaders import base, cached

BEFORE_END_OF_TAG = re.compile(r"\n\s*(?=>)")
BEFORE_TAG = re.compile(r"\n\s+(?=<)")
ELSEWHERE = re.compile(r"\n\s+(?!<)")


def without_indentation(text: str) -> str:
    """The same markup with line breaks only before tags, and nothing in front of those.

    A browser shows a run of white space as one space, so a page looks the same.
    """
    text = BEFORE_END_OF_TAG.sub("", text)
    text = BEFORE_TAG.sub("\n", text)
    return ELSEWHERE.sub(" ", text)


class UnindentedLoader(base.Loader):
    """Compile a page without the indentation of its file."""

    def get_template(self, template_name: str, skip: Any = None) -> Template:
        template = super().get_template(template_name, skip)
        if template_name.endswith(".html"):
            # The compiled text is changed, not the source, so that errors and coverage still
            # name the lines of the file.
            for node in template.nodelist.get_nodes_by_type(TextNode):
                if isinstance(node, TextNode):
                    node.s = without_indentation(node.s)
        return template


class TemplateLoader(cached.Loader, UnindentedLoader):
    """Compile each page once, without its indentation."""
