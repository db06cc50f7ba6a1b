"""Progression: small named rules over frozen facts, each with the sentence it says.

To be read in this order; each module knows only those before it (pyproject.toml, "progression"):

1. What a session came to: `ratings_around` and `facts`, then `judged`, its tag and the reason.
2. `case`: all that the rules look at, gathered for one moment. `exercise_facts`: what of one
   exercise was asked for and done in a session.
3. What days and weeks came to, a `spell`: `function`, `weeks`, `bad_days`, `easy_week`; all of
   them are `spells`.
4. What becomes of one exercise, a `verdict`. `steps`: the latest one. `interrupted` and `streak`:
   the sessions that count towards the next. The ways: `up`, `down`, `red`, `back`; the same again:
   `held`, `not_yet`; too many at a time: `limit`. `verdicts` has them in their precedence.
5. What is done about it: `settle` makes decisions of verdicts and spells, `twice` lightens the
   day's second session, `withdrawn` takes back what a correction no longer earns. `begun` is the
   diary as a session finds it.

Source: clinical.md C; product.md section 6.
"""
