"""Session done: what was tidy, how hard it was, how it felt, a note."""
