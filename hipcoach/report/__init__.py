"""The progress report: one page for a clinician, computed from the diary and set by typst."""
