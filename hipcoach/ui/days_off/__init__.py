"""A flare-up, days away or ill, and the way back: one quiet page for each."""
