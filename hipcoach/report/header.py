"""The head of the page: period, program, and what the safety screening asked and found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hipcoach.core.format import date_text
from hipcoach.core.report_wishes import ReportWishes, Who
from hipcoach.core.run import Run
from hipcoach.core.screening import Answer, Screening, Severity, items_of
from hipcoach.core.text import ntr, tr
from hipcoach.report.page import Fact, Safety
from hipcoach.report.scope import Scope
from hipcoach.report.words import clean, date_words, in_short, iso_span, span

WARNING = (Severity.EMERGENCY, Severity.URGENT)
SIGN_LIMIT = 90
MOST_DATES = 5
MOST_SIGNS = 4


def facts(seen: Scope) -> tuple[Fact, ...]:
    """Who it is, period and program, and how many programs came before it in the period."""
    period = Fact(
        label=tr("Period"),
        value=span(seen.first, seen.last, with_year=True),
        extra=f"({iso_span(seen.first, seen.last)})",
    )
    program = (_program(seen, seen.run),) if seen.run else ()
    return (*_who(seen.wishes), period, *program)


def _who(wishes: ReportWishes) -> Iterator[Fact]:
    """Initials or name as the user wants them; nothing where they are not given."""
    names = {
        Who.INITIALS: (tr("Initials"), wishes.initials),
        Who.NAME: (tr("Name"), wishes.name),
        Who.NOTHING: ("", ""),
    }
    label, given = names[wishes.who]
    if value := clean(given):
        yield Fact(label=label, value=value)


def _program(seen: Scope, run: Run) -> Fact:
    names = seen.catalogue.program_names.get(run.program)
    said = [tr("version {version}", version=run.program_version)]
    if run.started_on != seen.first:
        said.append(tr("since {day}", day=date_text(run.started_on)))
    if run.ended_on and run.ended_on <= seen.last:
        said.append(tr("ended {day}", day=date_text(run.ended_on)))
    before = sum(seen.touches(r.started_on, r.ended_on) for r in seen.diary.runs if r.id != run.id)
    if before:
        said.append(ntr("{n} other run in the period", "{n} other runs in the period", before))
    name = clean(names.long if names else run.program)
    return Fact(label=tr("Program"), value=name, extra=f"({', '.join(said)})")


def safety(seen: Scope) -> Safety:
    """What the screenings of the period reported, when they were asked, and earlier clearances."""
    upto = [s for s in seen.diary.screenings if s.at.date() <= seen.last]
    asked = [s for s in upto if s.at.date() >= seen.first]
    signs = list(_signs(seen, asked))
    sentences = [_reported(signs) if asked else _not_asked(upto)]
    sentences += [*_dates(seen, asked), *_clearances(seen, upto)]
    calm = bool(asked) and not signs
    return Safety(label=tr("Safety:"), text=" ".join(sentences), calm=calm)


def _reported(signs: list[str]) -> str:
    if not signs:
        return tr("no warning signs reported.")
    shown, more = signs[:MOST_SIGNS], len(signs) - MOST_SIGNS
    if more > 0:
        shown.append(ntr("and {n} more", "and {n} more", more))
    return tr("reported {signs}.", signs="; ".join(shown)).replace("….", "…")


def _signs(seen: Scope, asked: Iterable[Screening]) -> Iterator[str]:
    """Each warning sign (D1, D2) that was answered yes or not sure, with its day."""
    known = items_of(seen.catalogue.questionnaire)
    for screening in asked:
        for item, answer in screening.given.items():
            if answer is not Answer.NO and (item not in known or known[item].severity in WARNING):
                yield tr(
                    "on {day}: {sign}{unsure}",
                    day=date_words(screening.at.date(), with_year=not seen.one_year),
                    sign=_sign(seen, item),
                    unsure=tr(" (not sure)") if answer is Answer.UNSURE else "",
                )


def _sign(seen: Scope, item: str) -> str:
    known = items_of(seen.catalogue.questionnaire)
    said = clean(known[item].text if item in known else item, SIGN_LIMIT)
    return said[:1].lower() + said[1:]


def _not_asked(upto: list[Screening]) -> str:
    if not upto:
        return tr("the warning signs have not been asked about yet.")
    last = max(screening.at for screening in upto).date()
    return tr(
        "the warning signs were not asked about in this period, last on {day}.", day=date_text(last)
    )


def _dates(seen: Scope, asked: list[Screening]) -> Iterator[str]:
    """When the whole screening was asked, and when its short form."""
    wanted = items_of(seen.catalogue.questionnaire, short=True).keys()
    full = [s for s in asked if s.given.keys() - wanted]
    short = [s for s in asked if not s.given.keys() - wanted]
    if full and short:
        yield tr(
            "Asked in full on {full}; short form on {short}.",
            full=_days(seen, full),
            short=_days(seen, short),
        )
    elif full:
        yield tr("Asked in full on {full}.", full=_days(seen, full))
    elif short:
        yield tr("Asked in its short form on {short}.", short=_days(seen, short))


def _days(seen: Scope, screenings: Iterable[Screening]) -> str:
    days = sorted({screening.at.date() for screening in screenings})
    return in_short([date_words(d, with_year=not seen.one_year) for d in days], MOST_DATES)


def _clearances(seen: Scope, upto: list[Screening]) -> Iterator[str]:
    """What a doctor or physiotherapist has cleared, each sign with the day of it."""
    cleared = {item: day for screening in upto for item, day in screening.cleared_on.items()}
    if cleared:
        said = [
            tr("{sign} ({day})", sign=_sign(seen, item), day=date_text(day))
            for item, day in list(cleared.items())[-MOST_SIGNS:]
        ]
        yield tr("Cleared by a professional: {signs}.", signs="; ".join(said))
