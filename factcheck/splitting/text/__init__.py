"""The text before any grammar: its blocks, sentences and quotations."""
