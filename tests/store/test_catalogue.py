"""Loading the content: what is wrong in a file is told by file, key and reason."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from hipcoach.paths import resource
from hipcoach.store.catalogue import load_catalogue
from hipcoach.store.content import ContentError
from hipcoach.store.content_checks import problems

CLAM, BAND = "exercises/clamshell.toml", "exercises/clamshell-band.toml"
THREE = "programs/hips-three-twice.toml"


@pytest.fixture
def folder(tmp_path):
    """A copy of resources/ that a test may break."""
    copy = tmp_path / "resources"
    for part in ("", "exercises", "programs"):
        (copy / part).mkdir(parents=True, exist_ok=True)
        for file in resource(part).glob("*.toml"):
            shutil.copy(file, copy / part / file.name)
    return copy


def change(folder: Path, name: str, old: str, new: str) -> None:
    """Replace the first `old` in a file by `new`."""
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def error(folder: Path) -> str:
    with pytest.raises(ContentError) as raised:
        load_catalogue(folder)
    return str(raised.value)


def test_exercises_and_programs_are_in_the_order_of_their_sections(folder):
    catalogue = load_catalogue(folder)
    assert [e.section for e in catalogue.exercises.values()] == [f"A{n}" for n in range(1, 23)]
    assert [p.section for p in catalogue.programs.values()] == [f"B{n}" for n in range(1, 6)]


def test_tables_take_their_ids_from_their_names(folder):
    catalogue = load_catalogue(folder)
    assert catalogue.kit["mat"].id == "mat"
    assert catalogue.postures["sitting"].id == "sitting"
    assert catalogue.sources["V1"].id == "V1"


BROKEN = {
    "a band without a level": (
        (CLAM, 'kind = "band", level = 1', 'kind = "band"'),
        f"{CLAM}: ladder[1].resistance: a band has a level from 1 to 7, and nothing else has one",
    ),
    "a level beyond the scale": (
        (CLAM, "level = 2", "level = 8"),
        f"{CLAM}: ladder[2].resistance: a band has a level from 1 to 7, and nothing else has one",
    ),
    "an unknown key": (
        (CLAM, "plane =", "plain ="),
        f"{CLAM}: plain: there is no such key here",
    ),
    "a missing key": ((CLAM, 'plane = "transverse and frontal"\n', ""), f'{CLAM}: "plane" is mis'),
    "text for a number": ((CLAM, "bottom = 8", 'bottom = "8"'), f"{CLAM}: bottom: "),
    "a side that does not exist": ((CLAM, 'sides = "each"', 'sides = "one"'), f"{CLAM}: sides: "),
    "setup for the wrong sides": (
        (CLAM, 'sides = "each"', 'sides = "together"'),
        f"{CLAM}: setup needs the keys both",
    ),
    "a dose outside the range": (
        (CLAM, "low = 12, high = 15", "low = 12, high = 16"),
        f"{CLAM}: dose must lie within the range 8 to 15",
    ),
    "an id that is not the file's name": (
        (CLAM, 'id = "clamshell"', 'id = "clam"'),
        f'{CLAM}: id: "clam" is not the name of the file',
    ),
    "an unknown posture": (
        (CLAM, 'posture = "side-lying"', 'posture = "sidelying"'),
        f'{CLAM}: posture: there is no posture "sidelying"',
    ),
    "a figure borrowed from nobody": (
        (CLAM, 'section = "A1"', 'section = "A1"\nfigure = "handstand"'),
        f'{CLAM}: figure: there is no exercise "handstand"',
    ),
    "unknown kit": (
        (CLAM, '"pillow"', '"cushion"'),
        f'{CLAM}: kit[1]: there is no kit "cushion"',
    ),
    "a ladder into the void": (
        (CLAM, 'exercise = "side-lying-hip-abduction"', 'exercise = "leg-lift"'),
        f'{CLAM}: ladder[4].exercise: there is no exercise "leg-lift"',
    ),
    "half of a step": (
        (CLAM, '{ id = "yellow",', '{ id = "yellow", half_of = "none",'),
        f"{CLAM}: ladder[1].half_of: a step of the catalogue has its whole range",
    ),
    "a tempo for a phase that is not there": (
        (BAND, '{ kind = "hold", label = "Hold", say = "Hold", seconds = 2 },', ""),
        f"{THREE}: blocks[0].prescriptions[0].tempo: the tempo of clamshell-band has no phase hold",
    ),
    "a rung's hold where there is none": (
        (
            "exercises/side-plank.toml",
            '{ kind = "hold", label = "Hold", say = "Hold", seconds = 10 },',
            "",
        ),
        "exercises/side-plank.toml: ladder[0].hold: the tempo of side-plank has no phase hold",
    ),
    "a rung's tempo for a phase that is not there": (
        (
            "exercises/dead-bug.toml",
            '{ kind = "pause", label = "Pause", say = "", seconds = 1 },',
            "",
        ),
        "exercises/abdominal-brace.toml: ladder[3].tempo: the tempo of dead-bug has no phase pause",
    ),
    "a rung with more repetitions than its exercise": (
        ("exercises/abdominal-brace.toml", "reps = 10,", "reps = 11,"),
        "exercises/abdominal-brace.toml: reps must lie within the range 8 to 10",
    ),
    "a step from more repetitions than its exercise has": (
        ("exercises/lateral-step-down.toml", '"R-UP-STEP", reps = 10', '"R-UP-STEP", reps = 12'),
        "exercises/lateral-step-down.toml: reps must lie within the range 6 to 10",
    ),
    "a step from no repetition": (
        ("exercises/lateral-step-down.toml", '"R-UP-STEP", reps = 10', '"R-UP-STEP", reps = 0'),
        "exercises/lateral-step-down.toml: step: reps must be 1 to 60, not 0",
    ),
    "a rule for steps that there is not": (
        ("exercises/lateral-step-down.toml", '"R-UP-STEP"', '"R-UP-STEEP"'),
        (
            "exercises/lateral-step-down.toml: step: rule must be one of R-UP, R-UP-ABD, R-UP-HOLD,"
            " R-UP-STEP"
        ),
    ),
    "a gate of no repetition": (
        ("exercises/single-leg-bridge.toml", "gate = { reps = 6", "gate = { reps = 0"),
        "exercises/single-leg-bridge.toml: gate: reps must be 1 to 60, not 0",
    ),
    "a gate to a rung that there is not": (
        ("exercises/single-leg-bridge.toml", 'rung = "two-legs"', 'rung = "three-legs"'),
        'exercises/single-leg-bridge.toml: gate: the ladder has no rung "three-legs"',
    ),
    "a tag without a source": (
        (CLAM, 'tag = "S4"', 'tag = "V99"'),
        f'{CLAM}: mistakes[0].tag: "V99" is neither K nor D nor in sources.toml',
    ),
    "a program's unknown exercise": (
        (THREE, '["clamshell-band"]', '["clamshell-bend"]'),
        f'{THREE}: blocks[0].prescriptions[0].exercises[0]: there is no exercise "clamshell-bend"',
    ),
    "a start that is no rung": (
        (THREE, 'start = "yellow"', 'start = "purple"'),
        f'{THREE}: blocks[0].prescriptions[0].start: there is no rung of clamshell-band "purple"',
    ),
    "a clean start that is no rung": (
        (THREE, 'clean_start = "knee-straight"', 'clean_start = "one-leg"'),
        f"{THREE}: blocks[0].prescriptions[2].clean_start: there is no rung of single-leg-bridge",
    ),
    "a program's dose outside the range": (
        (THREE, "low = 12\nhigh = 15", "low = 12\nhigh = 20"),
        f"{THREE}: blocks[0].prescriptions[0]: 12 to 20 is outside the range of clamshell-band, 8",
    ),
    "a program's unknown phase": (
        (THREE, "{ lift = 2", "{ heave = 2"),
        f"{THREE}: blocks[0].prescriptions[0].tempo.heave: ",
    ),
    "a source that is not listed": (
        (THREE, 'sources = ["V4"]', 'sources = ["V98"]'),
        f'{THREE}: saw.lines[3].sources[0]: there is no source "V98"',
    ),
    "our own choice shown as a study's": (
        (THREE, 'tag = "V4"', 'tag = "D"'),
        f"{THREE}: saw.lines[3].tag: what a study saw has a source, and D is none",
    ),
    "a card line's tag": (
        ("honesty.toml", 'tag = "D"', 'tag = "W"'),
        'honesty.toml: lines[0].tag: "W" is neither K nor D nor in sources.toml',
    ),
    "an easy day with an unknown exercise": (
        ("easy-day.toml", '"clamshell"', '"clam"'),
        'easy-day.toml: prescription[1].exercises[1]: there is no exercise "clam"',
    ),
    "a missing name": (
        ("names.toml", "[exercise.clamshell]", "[exercise.clam]"),
        "names.toml: exercise.clamshell: is missing",
    ),
    "a name too many": (
        (
            "names.toml",
            "[program.all-directions]",
            '[program.x]\nshort = "x"\nlong = "x"\nspoken = "x"\n\n[program.all-directions]',
        ),
        "names.toml: program.x: there is no such program",
    ),
    "kit without a name": (
        ("kit.toml", 'name = "mat"\n', ""),
        'kit.toml: mat: "name" is missing',
    ),
    "kit with a bad tag": (
        ("kit.toml", 'tag = "K"', 'tag = "X"'),
        'kit.toml: mat.tag: "X" is neither K nor D nor in sources.toml',
    ),
    "a value where a table belongs": (
        ("postures.toml", "[side-lying]", "loose = 3\n[side-lying]"),
        "postures.toml: loose: ",
    ),
    "a missing level": (
        ("bands.toml", "level = 6", "level = 7"),
        "bands.toml: band: level 6 is missing",
    ),
    "a missing level that a ladder names": (
        ("bands.toml", "level = 4", "level = 3"),
        'exercises/standing-band-abduction.toml: ladder[4].resistance.level: there is no band "4"',
    ),
    "a source with an odd name": (
        ("sources.toml", "[V13]", "[Ostelo]"),
        "sources.toml: Ostelo: a source is called S0 to S4, or V and a number",
    ),
    "a text that the code needs": (
        ("texts.toml", "rest-day =", "rest-days ="),
        "texts.toml: rest-day: this text is missing",
    ),
    "a severity without a message": (
        ("screening.toml", "urgent =", "# urgent ="),
        "screening.toml: messages.urgent: this message is missing",
    ),
    "two items of one name": (
        ("screening.toml", 'id = "lump"', 'id = "age"'),
        "screening.toml: topics: two items are called age",
    ),
    "a rule that is missing": (
        ("rules.toml", "rise = 3", "# rise = 3"),
        'rules.toml: hurt: "rise" is missing',
    ),
}


@pytest.mark.parametrize(("broken", "told"), BROKEN.values(), ids=BROKEN.keys())
def test_what_is_wrong_is_told_by_file_key_and_reason(folder, broken, told):
    change(folder, *broken)
    assert error(folder).startswith(f"resources/{told}")


def test_what_is_no_toml_is_told_with_its_line(folder):
    change(folder, "kit.toml", 'name = "mat"', "name = mat")
    assert error(folder).startswith("resources/kit.toml: is not TOML: Invalid value (at line 4")


def test_a_file_that_is_not_there(folder):
    (folder / "rules.toml").unlink()
    assert error(folder) == "resources/rules.toml: cannot be read: No such file or directory"


def test_a_file_that_is_not_text(folder):
    (folder / CLAM).write_bytes(b'id = "\xff"')
    assert error(folder) == f"resources/{CLAM}: is not UTF-8 text"


def test_an_exercise_that_is_not_there_is_missed_where_it_is_named(folder):
    (folder / BAND).unlink()
    assert error(folder).startswith(
        'resources/exercises/clamshell.toml: ladder[1].exercise: there is no exercise "clamshell-b'
    )


def test_screening_without_emergency_numbers(folder):
    file = folder / "screening.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text("numbers = []\n" + text.split("[[numbers]]")[0], encoding="utf-8")
    assert error(folder) == "resources/screening.toml: numbers: there is none"


def test_nothing_that_does_not_fit_hides_behind_something_else(folder):
    whole = load_catalogue(folder)
    without = {name: value for name, value in whole.exercises.items() if name != "clamshell-band"}
    found = problems(replace(whole, exercises=without))
    assert {problem.file for problem in found} == {
        CLAM,
        THREE,
        "names.toml",
    }
    assert not list(problems(whole))
