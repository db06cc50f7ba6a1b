"""The skeleton: numbers of a pose become a body in space, left or right."""
