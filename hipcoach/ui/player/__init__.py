"""The player: a guided session in the window, paced by absolute deadlines (`page.py`)."""
