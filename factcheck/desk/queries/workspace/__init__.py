"""The questions that the page of an article at work asks."""
