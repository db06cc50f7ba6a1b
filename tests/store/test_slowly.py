"""Reading a checkpoint in steps gives what reading it at once gives, for better or worse."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.store import checkpoint
from hipcoach.store.checkpoint import APP, Meta, dump
from hipcoach.store.codec import Invalid
from hipcoach.store.slowly import LINES, loaded

TABLES = {
    "pain_ratings": {str(n): {"id": f"r{n}", "note": "}, {"} for n in range(1, 3 * LINES)},
    "runs": {"1": {"id": "run"}},
    "own_words": {str(n): {"id": f"o{n}", "in": {"a": [1, None]}} for n in range(1, LINES + 1)},
}
WHOLE = dump(TABLES, Meta(app=APP, format=1, seq=812))


def slowly(raw: bytes) -> tuple[object, list[float]]:
    """What comes of it, and the shares that were told."""
    steps, told = loaded(raw), []
    while True:
        try:
            told.append(next(steps))
        except StopIteration as stopped:
            return stopped.value, told
        except Invalid as error:
            return str(error), told


def at_once(raw: bytes) -> object:
    try:
        return checkpoint.load(raw)
    except Invalid as error:
        return str(error)


def test_a_diary_is_read_in_steps_that_go_on() -> None:
    found, told = slowly(WHOLE)
    assert found == checkpoint.load(WHOLE)
    assert len(told) >= 6
    assert told == sorted(told)
    assert told[0] == 0
    assert told[-1] <= 1


def test_an_empty_diary_is_read() -> None:
    raw = dump({}, Meta(app=APP, format=1, seq=0))
    assert slowly(raw)[0] == checkpoint.load(raw)


@pytest.mark.parametrize(
    "raw",
    [
        json.dumps(json.loads(WHOLE), indent=1).encode(),
        json.dumps(json.loads(WHOLE)).encode(),
        WHOLE.replace(b'"1": {"id":"run"}', b'"1": {\n"id":"run"\n}'),
        WHOLE.replace(b'"1": {"id":"run"}', b'"1": {"id":"run"},'),
        b"",
        b"{}",
        b"[]\n",
        WHOLE[: len(WHOLE) // 2],
        WHOLE + b"x",
        WHOLE.replace(b'"7":', b'"6":'),
        WHOLE.replace(f'"{LINES + 9}":'.encode(), b'"1":'),
        WHOLE.replace(b'"runs"', b'"pain_ratings"'),
        WHOLE.replace(b'"runs"', b'"../runs"'),
        WHOLE.replace(b"},\n", b"}\n", 1),
        WHOLE.replace(b"}\n},\n", b"},\n},\n", 1),
        WHOLE.replace(b'"hipcoach"', b'"another"'),
        WHOLE.replace(b'"_meta"', b'"meta"'),
        WHOLE.replace(b'"id":"run"', b'"id":"r\xffn"'),
    ],
)
def test_another_layout_or_damage_comes_to_the_same(raw: bytes) -> None:
    assert slowly(raw)[0] == at_once(raw)


@given(st.data())
def test_any_damage_comes_to_the_same(data: st.DataObject) -> None:
    lines = WHOLE.splitlines(keepends=True)
    few = lines[:6] + lines[6 + LINES - 3 : 6 + LINES + 3] + lines[-8:]
    raw = b"".join(few)
    at = data.draw(st.integers(0, len(raw)))
    cut = data.draw(st.integers(0, 40))
    put = data.draw(
        st.sampled_from([b"", b"\n", b",", b"}", b"{", b'"', b"},\n", b'"1": {}', b" "])
    )
    spoilt = raw[:at] + put + raw[at + cut :]
    assert slowly(spoilt)[0] == at_once(spoilt)
