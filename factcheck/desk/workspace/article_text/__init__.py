"""The text of the article, as it stands on the page with everything marked in it."""
