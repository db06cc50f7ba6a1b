"""The Today page: what is due, how the back is, and how the week went."""
