"""The keys that work: one table, and the card that shows them over any page."""
