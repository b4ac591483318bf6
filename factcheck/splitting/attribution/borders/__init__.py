"""Where the words of a speaker begin and end."""
