"""What a figure is, as frozen values: its movement, its body, its props, its colours."""
