"""The page of an exercise: the own rung, what lies beyond it, and whose word each statement is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.changes import REST, SETS
from hipcoach.core.diary import Diary
from hipcoach.core.exercise_view import ExerciseView, exercise_view
from hipcoach.core.ladder_view import Place, climbed
from hipcoach.core.run import RUNG, Band, Change, Decision, Run, Settings
from hipcoach.core.tempo import PhaseKind
from hipcoach.core.text import say

At = Callable[..., datetime]
See = Callable[..., ExerciseView]

PROGRAMS = (
    "hips-three-twice",
    "hips-five-hold",
    "band-abductors-3wk",
    "hip-plus-trunk-6wk",
    "all-directions",
)
ARTICLES = {
    "S0": "an article on a three-week band study",
    "S1": "an article on hip and trunk exercise",
    "S2": "a training studio's article",
    "S3": "a physiotherapy clinic's article",
    "S4": "an article with five hip exercises",
}


@pytest.fixture
def see(
    catalogue: Catalogue, at: At, make_diary: Callable[..., Diary], make_run: Callable[..., Run]
) -> See:
    """`see(exercise, program, *changes, bands=(...))`: its page on the run's first day."""

    def made(
        exercise: str,
        program: str | None = "hips-three-twice",
        *changes: Change,
        bands: tuple[str, ...] | None = ("red",),
    ) -> ExerciseView:
        runs = (make_run(program, changes=changes),) if program else ()
        owned = None if bands is None else tuple(Band(colour=colour) for colour in bands)
        diary = make_diary(runs=runs, settings=Settings(bands=owned))
        return exercise_view(diary, catalogue, exercise, at(0, 9))

    return made


def places(view: ExerciseView) -> dict[str, Place]:
    return {rung.id: rung.place for rung in view.ladder}


# ---------------------------------------------------------------------------- all exercises


def test_every_exercise_can_be_looked_at_without_a_program(catalogue: Catalogue, see: See) -> None:
    assert len(catalogue.exercises) == 22
    for name, exercise in catalogue.exercises.items():
        view = see(name, None)
        assert view.name == catalogue.exercise_names[name].long
        assert (view.start, view.steps, view.easier) == (
            exercise.start,
            exercise.steps,
            exercise.easier,
        )
        assert (*view.mistakes, *view.remedies) != ()
        assert {*view.mistakes, *view.remedies} == set(exercise.mistakes)
        assert [rung.id for rung in view.ladder] == [rung.id for rung in exercise.ladder]
        assert {rung.place for rung in view.ladder} == {Place.OPEN}
        assert (view.dose_of, view.minutes, view.done_as) == ("", None, "")


def test_every_exercise_of_a_program_marks_one_own_rung(catalogue: Catalogue, see: See) -> None:
    seen = set()
    for program in PROGRAMS:
        for prescription in catalogue.programs[program].prescriptions(1):
            name = prescription.exercises[0]
            view = see(name, program)
            seen.add(name)
            assert list(places(view).values()).count(Place.OWN) == 1, name
            assert view.dose_of == name
            assert view.minutes is not None
    assert len(seen) == 19


def test_each_muscle_and_plane_has_plain_words(catalogue: Catalogue, see: See) -> None:
    for name in catalogue.exercises:
        view = see(name, None)
        assert view.muscle_places
        told = [*map(say, view.muscle_places), say(view.plane_words)]
        latin = ("glute", "sagittal", "frontal", "transverse", "rotator", "oblique")
        assert not [text for text in told if any(word in text for word in latin)], name
        assert len(set(told)) == len(told)


def test_only_what_takes_a_band_shows_the_band_card(catalogue: Catalogue, see: See) -> None:
    shown = {name for name in catalogue.exercises if see(name, None).band_card}
    assert shown == {
        name
        for name, exercise in catalogue.exercises.items()
        if {"band", "loop-band"} & set(exercise.kit)
    }


# ---------------------------------------------------------------------------- the ladder


def test_the_own_rung_the_ones_below_and_the_next_one(at: At, see: See) -> None:
    change = Change(at=at(0, 8), exercise="single-leg-bridge", what=RUNG, value="knee-bent")
    view = see("single-leg-bridge", "hips-three-twice", change)
    assert places(view) == {
        "two-legs": Place.EASIER,
        "up-two-down-one": Place.EASIER,
        "knee-bent": Place.OWN,
        "knee-straight": Place.NEXT,
        "arms-crossed": Place.LATER,
        "foot-on-step": Place.LATER,
    }


def test_bands_that_are_not_owned_are_said_and_a_band_is_never_passed_over(see: See) -> None:
    view = see("clamshell-band", bands=("yellow", "green"))
    assert [(rung.id, rung.usable) for rung in view.ladder] == [
        ("none", True),
        ("yellow", True),
        ("red", False),
        ("green", True),
    ]
    assert places(view) == {
        "none": Place.EASIER,
        "yellow": Place.OWN,
        "red": Place.LATER,
        "green": Place.LATER,  # two levels above the yellow one
    }


def test_bands_that_were_not_asked_for_count_as_owned(see: See) -> None:
    assert all(rung.usable for rung in see("clamshell-band", bands=None).ladder)


def test_without_bands_the_own_rung_is_the_one_without(see: See) -> None:
    view = see("clamshell-band", bands=())
    assert places(view)["none"] is Place.OWN
    assert {rung.id for rung in view.ladder if not rung.usable} == {"yellow", "red", "green"}
    assert Place.NEXT not in places(view).values()


@pytest.mark.parametrize(
    ("exercise", "program", "last"),
    [
        ("clamshell", "hips-five-hold", "green"),  # the leg lift has its own place there
        ("abdominal-brace", "hip-plus-trunk-6wk", "reps-10"),  # and so has the dead bug
        ("quadruped-hip-extension", "hips-three-twice", "bird-dog"),  # which has no bird dog
        ("clamshell", None, "side-lying-leg-lift"),  # looked at only
    ],
)
def test_a_ladder_ends_before_an_exercise_that_the_program_has(
    see: See, exercise: str, program: str | None, last: str
) -> None:
    assert see(exercise, program).ladder[-1].id == last


def test_a_ladder_is_never_cut_at_or_below_the_own_rung(catalogue: Catalogue) -> None:
    ladder = catalogue.exercises["clamshell"]
    own = ladder.rung("side-lying-leg-lift")
    assert climbed(ladder, own, {"side-lying-hip-abduction"}) == ladder.ladder
    own = ladder.rung("none")
    assert [r.id for r in climbed(ladder, own, {"clamshell-band"})] == ["none"]


def test_a_step_that_changes_the_exercise_leads_there_once(see: See) -> None:
    view = see("clamshell", None)
    assert [(rung.id, rung.leads_to) for rung in view.ladder if rung.leads_to] == [
        ("yellow", "clamshell-band"),
        ("side-lying-leg-lift", "side-lying-hip-abduction"),
    ]
    assert view.names["clamshell-band"] == "Clamshell with a band"


# ---------------------------------------------------------------------------- since when

GREEN = "One step up: green band, 12 reps. Why: 15 tidy reps in every set, 2 sessions in a row."


@pytest.fixture
def since(
    catalogue: Catalogue, at: At, make_diary: Callable[..., Diary], make_run: Callable[..., Run]
) -> Callable[..., str | None]:
    """`since(*decisions, changes=(), bands=(...), day=9)`: since when, and why."""

    def made(
        *decisions: Decision,
        changes: tuple[Change, ...] = (),
        bands: str = "yellow red green",
        day: int = 9,
    ) -> str | None:
        owned = Settings(bands=tuple(Band(colour=colour) for colour in bands.split()))
        runs = (make_run(changes=changes),)
        diary = make_diary(runs=runs, decisions=decisions, settings=owned)
        told = exercise_view(diary, catalogue, "clamshell-band", at(day, 9)).since
        return say(told) if told else None

    return made


@pytest.fixture
def decided(at: At) -> Callable[..., Decision]:
    """`decided(day, to, **changes)`: a step of the clamshell, accepted on that day."""

    def made(day: int, to: str, **changes: object) -> Decision:
        values: dict[str, object] = {
            "rule": "R-UP",
            "text": GREEN,
            "accepted": True,
            "from_": "yellow",
        }
        return Decision(at=at(day, 7), exercise="clamshell-band", to=to, **(values | changes))

    return made


def test_a_level_says_since_when_and_why(since, decided) -> None:
    assert since() == "Since 2 Nov, the lightest band that you own."
    assert since(decided(3, "red"), decided(7, "green")) == (
        "Since 9 Nov. Why: 15 tidy reps in every set, 2 sessions in a row."
    )
    assert since(decided(3, "red"), decided(7, "green"), day=70) == (
        "Since 9 Nov 2026. Why: 15 tidy reps in every set, 2 sessions in a row."
    )
    assert since(decided(3, "green", text="As it was told.")) == "Since 5 Nov."


def test_what_changed_no_level_is_not_its_reason(since, decided) -> None:
    declined = decided(7, "green", accepted=False)
    fewer = decided(8, "red", from_="red", rule="R-RED")
    assert since(decided(3, "red"), declined, fewer).startswith("Since 5 Nov. Why:")


def test_a_level_that_was_chosen_says_so(since, decided, at: At) -> None:
    chosen = Change(at=at(5, 7), exercise="clamshell-band", what=RUNG, value="green")
    assert since(decided(3, "red"), changes=(chosen,)) == "Since 7 Nov, chosen by you."
    assert since(decided(3, "red"), changes=(chosen,), day=4).startswith("Since 5 Nov. Why:")


def test_on_another_rung_than_the_level_nothing_is_said(since, decided) -> None:
    assert since(decided(3, "green"), bands="yellow red") is None


# ---------------------------------------------------------------------------- done instead


def test_on_a_rung_that_changes_the_exercise_the_page_says_what_is_done(see: See) -> None:
    view = see("single-leg-bridge")
    assert view.done_as == "two-leg-bridge"
    assert view.names["two-leg-bridge"] == "Bridge on two legs"


def test_what_is_done_instead_has_the_ladder_and_the_dose_of_the_program(see: See) -> None:
    view = see("two-leg-bridge")
    assert places(view)["two-legs"] is Place.OWN
    assert (view.dose_of, view.done_as) == ("single-leg-bridge", "")
    assert view.ladder[1].leads_to == "single-leg-bridge"


def test_repetitions_count_for_each_side_unless_both_work_together(see: See) -> None:
    assert see("clamshell-band").each_side
    assert see("dead-bug", "hip-plus-trunk-6wk").each_side
    assert not see("two-leg-bridge").each_side


# ---------------------------------------------------------------------------- length


def test_the_length_is_that_of_the_dose_as_it_was_changed(at: At, see: See) -> None:
    def changed(what: str, value: int) -> Change:
        return Change(at=at(0, 8), exercise="clamshell-band", what=what, value=value)

    def minutes(*changes: Change) -> str:
        view = see("clamshell-band", "hips-three-twice", *changes)
        assert view.minutes is not None
        return say(view.minutes)

    assert minutes() == "about 15 min"
    assert minutes(changed(SETS, 3)) == "about 18 min"
    assert minutes(changed(REST, 180)) == "about 18 min"


# ---------------------------------------------------------------------------- sources


def test_every_provenance_line_says_whose_word_it_is(catalogue: Catalogue, see: See) -> None:
    words = {"D": "HipCoach's choice", "K": "Common knowledge", **ARTICLES}
    for name, exercise in catalogue.exercises.items():
        told = {say(t.what[0]): say(t.origin) for t in see(name, None).sources if not t.about}
        for line in exercise.provenance:
            if line.tag in words:
                assert told[line.about] == words[line.tag]
            else:
                assert told[line.about].endswith(catalogue.sources[line.tag].read_as)


def test_a_study_is_named_with_what_of_it_was_read(see: See) -> None:
    told = [say(t.origin) for t in see("side-lying-hip-abduction", None).sources]
    assert "Distefano 2009, read as one page" in told


def test_nothing_of_ours_is_shown_as_a_source_and_no_source_is_left_out(
    catalogue: Catalogue, see: See
) -> None:
    ours = {"HipCoach's choice", "Common knowledge"}
    for name, exercise in catalogue.exercises.items():
        tags = {
            *(line.tag for line in exercise.provenance),
            *(mistake.tag for mistake in exercise.mistakes),
            *(rung.tag for rung in exercise.ladder),
        }
        origins = {say(told.origin) for told in see(name, None).sources}
        assert len(origins - ours) == len({tag for tag in tags if tag not in ("D", "K")}), name
        assert origins & ours == {
            words
            for tag, words in (("D", "HipCoach's choice"), ("K", "Common knowledge"))
            if tag in tags
        }, name


def test_mistakes_of_several_origins_are_told_apart(see: See) -> None:
    told = [t for t in see("clamshell", None).sources if t.about and say(t.about) != "ladder"]
    assert [([say(what) for what in t.what], say(t.origin)) for t in told] == [
        (["Pelvis rolls back"], ARTICLES["S4"]),
        (["Feet come apart", "Waist collapses into the floor", "Too fast"], "Common knowledge"),
    ]


# ---------------------------------------------------------------------------- the picture


def test_the_picture_is_of_the_own_rung_at_the_own_pace(at: At, see: See) -> None:
    slow = Change(at=at(0, 8), exercise="clamshell-band", what=PhaseKind.HOLD, value=4)
    red = Change(at=at(0, 8), exercise="clamshell-band", what=RUNG, value="red")
    view = see("clamshell-band", "hips-three-twice", red, slow)
    assert (view.picture.figure, view.picture.rung) == ("clamshell-band", "red")
    assert {phase.kind: phase.seconds for phase in view.tempo}[PhaseKind.HOLD] == 4


def test_without_a_program_it_is_of_the_first_rung_that_is_the_exercise_itself(see: See) -> None:
    view = see("clamshell-band", None)
    assert (view.picture.figure, view.picture.rung) == ("clamshell-band", "yellow")


def test_the_page_of_what_is_done_instead_shows_itself(see: See) -> None:
    assert see("single-leg-bridge").picture.figure == "single-leg-bridge"
