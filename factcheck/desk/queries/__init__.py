"""What the desk's pages show, one module a page."""
