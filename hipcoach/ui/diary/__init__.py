"""The Diary page: the chart of back pain, the entries, and the panels to write them."""
