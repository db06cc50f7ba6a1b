"""The window: pages that draw state and tell what was pressed. Composed by `app.py`."""
