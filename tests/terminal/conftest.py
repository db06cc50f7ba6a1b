"""A terminal made of lists: typed lines, pressed keys, shown pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import pytest

from hipcoach.terminal.dialogue import Dialogue


class Typist:
    """Answers a dialogue's questions from a list; keeps what was asked and told."""

    def __init__(self, answers: Iterable[str]) -> None:
        self.answers = list(answers)
        self.seen: list[str] = []

    def read(self, prompt: str) -> str:
        self.seen.append(prompt)
        if not self.answers:
            raise EOFError
        return self.answers.pop(0)

    @property
    def dialogue(self) -> Dialogue:
        return Dialogue(self.read, self.seen.append)

    @property
    def text(self) -> str:
        return "\n".join(self.seen)


class FakeStage:
    """Shows into a list. Keys come from `plan`, which is asked with the seconds that may pass."""

    size = (79, 23)

    def __init__(self, plan: Callable[[float | None], str]) -> None:
        self.plan = plan
        self.shown: list[list[str]] = []
        self.bells = 0

    def key(self, seconds: float | None) -> str:
        return self.plan(seconds)

    def show(self, lines: Sequence[str]) -> None:
        self.shown.append(list(lines))

    def bell(self) -> None:
        self.bells += 1

    @property
    def text(self) -> str:
        return "\n".join(self.shown[-1])


@pytest.fixture
def typist() -> type[Typist]:
    return Typist


@pytest.fixture
def stage() -> type[FakeStage]:
    return FakeStage


@pytest.fixture
def keys() -> Callable[..., FakeStage]:
    """A stage on which the given keys are pressed one after the other."""

    def pressed(*names: str) -> FakeStage:
        left = list(names)
        return FakeStage(lambda _seconds: left.pop(0))

    return pressed
