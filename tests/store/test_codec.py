"""Plain values become checked values, and what does not fit is named by key and reason."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum

import pytest

from hipcoach.core.exercise import Rung
from hipcoach.core.pain import PainRating, RatingKind
from hipcoach.core.program import Prescription
from hipcoach.core.run import Flare, Settings
from hipcoach.core.screening import Screening
from hipcoach.store.codec import (
    Invalid,
    convert,
    decode_json,
    doubled_key,
    encode_json,
    in_bulk,
    plain,
)

AT = "2026-11-02T18:12:00+01:00"
RATING = {"at": AT, "score": 3}


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Leaf:
    from_: int
    colour: Colour = Colour.RED


@dataclass(frozen=True)
class Tree:
    leaves: tuple[Leaf, ...] = ()
    named: Mapping[Colour, Leaf] = field(default_factory=dict)
    best: Leaf | None = None
    words: tuple[str, ...] | None = None
    anything: object = None


def test_values_of_a_file_become_a_value() -> None:
    rating = convert(RATING | {"kind": "worst", "tags": ["work"]}, PainRating)
    assert rating.at == datetime(2026, 11, 2, 17, 12, tzinfo=UTC)
    assert rating.at.utcoffset() == timedelta(hours=1)
    assert (rating.score, rating.kind, rating.tags) == (3, RatingKind.WORST, ("work",))


@pytest.mark.parametrize(
    ("kind", "raw", "problem"),
    [
        (PainRating, RATING | {"score": 11}, "a pain score is a whole number from 0 to 10, not 11"),
        (PainRating, RATING | {"score": "3"}, "score: Expected `int`, got `str`"),
        (PainRating, RATING | {"score": 3.5}, "score: Expected `int`, got `float`"),
        (PainRating, RATING | {"score": True}, "score: Expected `int`, got `bool`"),
        (PainRating, {"score": 3}, '"at" is missing'),
        (PainRating, RATING | {"at": "2026-11-02T18:12:00"}, "at needs a UTC offset"),
        (PainRating, RATING | {"at": "yesterday"}, "at: Invalid RFC3339"),
        (PainRating, RATING | {"tags": ["a", 3]}, "tags[1]: Expected `str`, got `int`"),
        (PainRating, RATING | {"places": ["arm"]}, "places[0]: 'arm' is none of low-back-left, "),
        (PainRating, RATING | {"scored": 3}, "scored: there is no such key here"),
        (PainRating, ["at"], "Expected `object`, got `array`"),
        (Settings, {"times": {"rest": 1}}, "times: each time between sets must be 3 to 600"),
        (Settings, {"times": {"rast": 30}}, "times.rast: there is no such key here"),
        (
            Settings,
            {"bands": [{"colour": "red"}, {"kind": "loop"}]},
            'bands[1]: "colour" is missing',
        ),
        (Settings, {"look": "pink"}, "look: 'pink' is none of system, light, dark"),
        (Settings, {"text_size": 101}, "the text size is one of 90, 100, 115, 130, 150, 175"),
        (Settings, {"bands": 3}, "bands: Expected `array | null`, got `int`"),
        (Screening, {"answers": {"a": 1}}, "answers.a: Expected `str`, got `int`"),
        (Prescription, {"tempo": {"left": 1}}, "tempo.left: 'left' is none of prepare, lift, "),
        (
            Rung,
            {"id": "a", "text": "b", "tag": "D", "resistance": {"kind": "band"}},
            "resistance: a band has a level from 1 to 7, and nothing else has one",
        ),
        (Flare, {"from": "2026-11-02", "to": "2026-11-01"}, "a period cannot end before it starts"),
        (Flare, {"to": "2026-11-01"}, '"from" is missing'),
        (Flare, {"from_": "2026-11-01"}, "from_: there is no such key here"),
        (Tree, {"leaves": [{"from": 1}, {"from": "x"}]}, "leaves[1].from: Expected `int`"),
        (Tree, {"named": {"red": {"from": 1, "to": 2}}}, "named.red.to: there is no such key"),
        (Tree, {"best": {"colour": "red"}}, 'best: "from" is missing'),
        (Tree, {"leaves": {"from": 1}}, "leaves: Expected `array`, got `object`"),
        (Tree, {"leaves": 1}, "leaves: Expected `array`, got `int`"),
    ],
)
def test_a_misfit_is_named_by_key_and_reason(kind, raw, problem) -> None:
    with pytest.raises(Invalid) as error:
        convert(raw, kind)
    assert str(error.value).startswith(problem)


def test_keywords_are_stored_without_their_underscore_at_any_depth() -> None:
    tree = Tree(leaves=(Leaf(1),), named={Colour.RED: Leaf(2)}, best=Leaf(3), words=("a",))
    stored = plain(tree)
    assert stored == {
        "leaves": [{"from": 1, "colour": "red"}],
        "named": {"red": {"from": 2, "colour": "red"}},
        "best": {"from": 3, "colour": "red"},
        "words": ["a"],
        "anything": None,
    }
    assert convert(stored, Tree) == tree


def test_defaults_and_offsets_are_written_out() -> None:
    stored = plain(Flare(from_=date(2026, 11, 2)))
    assert stored == {
        "id": "",
        "created_at": None,
        "updated_at": None,
        "from": "2026-11-02",
        "to": None,
        "reason": "",
    }
    east = datetime(2026, 11, 2, 18, 12, 0, 5, tzinfo=timezone(timedelta(hours=5, minutes=45)))
    assert plain(east) == "2026-11-02T18:12:00.000005+05:45"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), b"bytes", {1, 2}, object()])
def test_what_json_cannot_hold_is_refused(value) -> None:
    with pytest.raises(Invalid, match="cannot be stored"):
        plain({"a": [value]})


def test_half_a_character_is_refused_in_writing_and_in_reading() -> None:
    with pytest.raises(Invalid, match="half a character"):
        encode_json({"note": "\udc80"})
    with pytest.raises(Invalid):
        decode_json(b'"\\ud800"')


def test_a_number_of_thousands_of_digits_is_refused() -> None:
    with pytest.raises(Invalid, match="thousands of digits"):
        encode_json(10**5000)
    with pytest.raises(Invalid):
        decode_json(b"1" * 5000)


@pytest.mark.parametrize("raw", [b"", b"{", b'{"a": NaN}', b'"\xff"', b"[" * 100_000, b"1 2"])
def test_only_strict_json_is_read(raw) -> None:
    with pytest.raises(Invalid):
        decode_json(raw)


def test_json_comes_back_as_it_went() -> None:
    value = {"note": 'Ü\u2028 "<img>" \x00\r\n\t𝄞', "n": [0, -1, 2**64, 1.5, True, None]}
    written = encode_json(value)
    assert b"\n" not in written
    assert decode_json(written) == value


def test_a_doubled_key_is_found_at_any_depth() -> None:
    assert doubled_key(b'{"a": {"1": 1, "2": 2}, "b": {"1": 1}}') is None
    assert doubled_key(b'{"a": {"1": 1, "1": 2}}') == "1"


def test_the_garbage_collector_is_left_as_it_was() -> None:
    with in_bulk():
        with in_bulk():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
