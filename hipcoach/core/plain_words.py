"""What muscles and planes of movement are called outside of anatomy books."""

from __future__ import annotations

from collections.abc import Iterable

from hipcoach.core.text import Message, message

MUSCLES = (
    ("gluteus maximus", message("buttock")),
    ("gluteus medius", message("side of the hip")),
    ("gluteus minimus", message("side of the hip")),
    ("tensor fasciae latae", message("side of the hip")),
    ("rotators", message("deep in the hip")),
    ("hip flexors", message("front of the hip")),
    ("iliopsoas", message("front of the hip")),
    ("adductors", message("inside of the thigh")),
    ("hamstrings", message("back of the thigh")),
    ("quadriceps", message("front of the thigh")),
    ("rectus femoris", message("front of the thigh")),
    ("abdominals", message("belly")),
    ("obliques", message("side of the waist")),
    ("trunk muscles", message("trunk")),
    ("multifidus", message("back")),
    ("back extensors", message("back")),
    ("quadratus lumborum", message("side of the low back")),
    ("shoulder girdle", message("shoulders")),
)
"""Where a muscle is, by a part of its name in the content."""

PLANES = {
    "sagittal": message("bending and straightening"),
    "frontal": message("sideways"),
    "transverse": message("turning"),
    "transverse and frontal": message("turning and sideways"),
    "sagittal load, frontal control": message("bending and straightening, steady sideways"),
    "diagonal, between frontal and sagittal": message("diagonal, between sideways and backwards"),
    "no movement": message("no movement"),
}
"""What a plane of movement means for the hip, by its name in the content."""


def muscle_places(muscles: Iterable[str]) -> tuple[Message, ...]:
    """Where the muscles are, each place once; those of an unknown name are left out."""
    found: list[Message] = []
    for muscle in muscles:
        found += [where for part, where in MUSCLES if part in muscle and where not in found]
    return tuple(found)


def plane_words(plane: str) -> Message:
    """The plane in everyday words; its own name where there are none."""
    return PLANES.get(plane, message(plane))
