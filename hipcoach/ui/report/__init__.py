"""The Report page: what goes into it, and the page as it will be."""
