"""What the rules mean, in a few words with their numbers."""

from __future__ import annotations

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.rule_words import rule_words
from hipcoach.core.text import say


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("R-UP", "in 2 green sessions in a row on as many days, at an effort of 7 at most"),
        ("R-UP-ABD", "more ankle weight"),
        ("R-UP-STEP", "the step is a higher one"),
        ("R-UP-HOLD", "a longer hold, or one repetition more"),
        ("R-DOWN", "after 3 sessions in a row that were amber or worse; any step that pain"),
        ("R-RED", "one set fewer, and one step down for what hurt"),
        ("R-GATE", "both legs"),
        ("R-SORE", "longer than 72 hours"),
        ("R-WEEK", "risen 2 weeks running"),
        ("R-WORSE", "from week 3 on the mean is 2 or more above the start"),
        ("R-NOCHANGE", "by week 6 the mean is less than 2 points and less than 30 percent below"),
        ("R-DELOAD", "half the sets for 7 days, after 3 weeks in a row with a step up, or 2 amber"),
        ("R-FLARE", "one step easier after a flare-up"),
        ("R-TWICE", "as the day's earlier session was amber"),
        ("R-MISS-2", "after 4 to 7 days without a session"),
        ("R-MISS-3", "after 8 to 14 days without a session: a step down, one set fewer for 2"),
        ("R-MISS-4", "after 15 to 28 days without a session: a step down, half the sets for 7"),
        ("R-MISS-5", "after more than 28 days without a session: week 1 again"),
    ],
)
def test_each_rule_that_decides_says_what_it_means(
    catalogue: Catalogue, rule: str, words: str
) -> None:
    found = rule_words(rule, catalogue.rules)
    assert found is not None
    assert words in say(found)


def test_a_rule_that_is_not_known_says_nothing(catalogue: Catalogue) -> None:
    assert rule_words("R-ODD", catalogue.rules) is None
