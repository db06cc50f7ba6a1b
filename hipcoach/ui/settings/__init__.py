"""The settings: cards of rows, each saved as it is changed."""
