"""The tag of a session: green, amber or red (clinical.md C; product.md section 6)."""

from __future__ import annotations

from hipcoach.core.session import AMBER, GREEN, RED

AMBER_FROM, RED_FROM = 3, 6
AMBER_RISE, RED_RISE = 2, 3

_MILDEST_FIRST = (GREEN, AMBER, RED)


def session_tag(
    before: int, peak: int, morning_rise: float | None = None, *, easy: bool = False
) -> str:
    """The worst of band, rise and morning.

    `peak` is the highest of before, worst and after, `morning_rise` the next morning less the usual
    one (None: not known yet). The band is left out where pain was 3 to 5 before and did not go
    above 5; on an easy day too, which is amber at best and red from a rise of 2.
    """
    rise, morning = peak - before, _of_rise(morning_rise or 0)
    if easy:
        marks = (1 + (rise >= AMBER_RISE), morning)
    elif before >= AMBER_FROM and peak < RED_FROM:
        marks = (_of_rise(rise), morning)
    else:
        marks = (max(_of_rise(rise), (peak >= AMBER_FROM) + (peak >= RED_FROM)), morning)
    return _MILDEST_FIRST[max(marks)]


def _of_rise(rise: float) -> int:
    return (rise >= AMBER_RISE) + (rise >= RED_RISE)
