"""The page of an article at work, as plain models: its text, its claims, the chosen one."""
