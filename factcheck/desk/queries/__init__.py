"""Everything that the desk's pages ask the database, one module a page.

A query reads rows and hands them to a page model, in `desk.pages` or `desk.workspace`.
"""
