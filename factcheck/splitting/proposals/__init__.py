"""What is proposed as a claim: its kind, its worth, and why."""
