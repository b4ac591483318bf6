"""Page models of an article at work: its text, its claims, the chosen claim.

A page model is a frozen dataclass, built from what `desk.queries.workspace` read. `page.py` is the
whole page, `updates.py` what htmx is sent of it.
"""
