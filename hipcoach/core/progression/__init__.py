"""Progression: small named rules over frozen facts, each with the sentence it says.

The way: `facts` and `judged` say what a session came to, `spells` what days and weeks came to,
`verdicts` what becomes of each exercise and why; `settle` turns that into decisions for the diary.
Source: clinical.md C; product.md section 6.
"""
