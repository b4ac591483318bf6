"""Who is said to have said what: cues, speakers, contents, and how they hang together."""
