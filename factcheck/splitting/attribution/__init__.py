"""Find who said what: cues, speakers, contents, and how attributions nest."""
