"""Page models of the desk's other pages, built from what `desk.queries` read."""
