"""A stop outlasts every command: what the window must not pass, the command line passes neither."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from hipcoach import composition
from hipcoach.__main__ import main
from hipcoach.core.catalogue import Catalogue
from hipcoach.core.gate import standing
from hipcoach.core.screening import Answer, Severity, answered, items_of
from hipcoach.store.store import Store

Run = Callable[..., int]


@pytest.fixture
def run(home: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*arguments: object) -> int:
        try:
            return main([str(argument) for argument in arguments])
        except SystemExit as left:
            return int(left.code or 0)
        finally:
            capsys.readouterr()

    return command


@pytest.fixture
def backup(home: Path, catalogue: Catalogue) -> str:
    """The backup from before a sign was told, in a diary that has a sign now."""
    questionnaire, now = catalogue.questionnaire, composition.now()
    no = dict.fromkeys(items_of(questionnaire), Answer.NO)
    yes = no | {"saddle-feeling": Answer.YES}
    with composition.open_store(home, write=True) as store:
        store.screenings.add(answered(questionnaire, no, now - timedelta(days=2)))
        made = backed_up(store)
        store.screenings.add(answered(questionnaire, yes, now - timedelta(minutes=1)))
    return made


def backed_up(store: Store) -> str:
    steps = store.back_up()
    while True:
        try:
            next(steps)
        except StopIteration as made:
            return str(made.value)


def severity(home: Path, catalogue: Catalogue) -> Severity:
    with composition.open_store(home, write=False) as store:
        diary, now = store.diary(), composition.now()
    return standing(diary, catalogue.questionnaire, now, catalogue.rules.count).severity


@pytest.mark.parametrize(
    ("code", "command"),
    [
        (2, ["play"]),
        (2, ["play", "--program", "hips-five-hold"]),
        (0, ["pain", 0]),
        (0, ["today"]),
        (0, ["explain"]),
        (2, ["sample"]),
        (0, ["doctor"]),
        (0, ["doctor", "--restore", "{backup}"]),
        (0, ["doctor", "--restore", "readable"]),
    ],
    ids=lambda part: " ".join(map(str, part)) if isinstance(part, list) else None,
)
def test_no_command_lifts_a_stop(
    run: Run, home: Path, catalogue: Catalogue, backup: str, code: int, command: list[object]
) -> None:
    assert severity(home, catalogue) is Severity.EMERGENCY
    assert run(*(str(part).format(backup=backup) for part in command)) == code
    assert severity(home, catalogue) is Severity.EMERGENCY
    with composition.open_store(home, write=False) as store:
        assert store.diary().sessions == ()
