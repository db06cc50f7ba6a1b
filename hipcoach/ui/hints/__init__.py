"""First-time hints: one calm line below a page, until it was read."""
