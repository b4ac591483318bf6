"""The text before any grammar: its blocks, its sentences, its quotations."""
