"""Ten reports, from an empty diary to one with everything, as a reader of the file meets them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.pain import PainRating
from hipcoach.core.report_wishes import Paper, ReportWishes, Section, Who
from hipcoach.core.run import Settings
from hipcoach.core.sample import sample_diary
from hipcoach.report.page import ReportContent
from hipcoach.report.pdf import compile_pdf
from hipcoach.report.preview import Press

Made = Callable[..., ReportContent]
Rating = Callable[..., PainRating]
Change = Callable[[Diary, Rating], Diary]
LAST = date(2026, 12, 15)
ZONE = timezone(timedelta(hours=1))
ALL = ReportWishes(initials="A. L.", questions="Is swimming all right?\nHow long?", left_out=())
ONE_PAGE = replace(ALL, left_out=(Section.EVERY_ENTRY,))
SCRIPTS = {
    "German": "Über Bäume gestürzt? Nein: müde, Fußweg groß",
    "Polish": "Zażółć gęślą jaźń, ból po jeździe",
    "Japanese": "今日は腰が少し重い",
    "Arabic": "هل يمكنني السباحة (2 km)",
    "mixed": "Took إيبوبروفين 400 mg, 痛み besser",
}


def as_it_is(diary: Diary, _: Rating) -> Diary:
    """The sample."""
    return diary


def nothing(_diary: Diary, _: Rating) -> Diary:
    """A diary on its first day."""
    return Diary()


def one_day(diary: Diary, _: Rating) -> Diary:
    """The sample's last day, as if the program had begun on it."""
    return replace(
        diary,
        runs=tuple(replace(run, started_on=LAST) for run in diary.runs),
        pain_ratings=tuple(r for r in diary.pain_ratings if r.at.date() == LAST),
        sessions=tuple(s for s in diary.sessions if s.day == LAST),
        **dict.fromkeys(("decisions", "flares", "absences", "check_ins"), ()),
    )


def only_ratings(diary: Diary, _: Rating) -> Diary:
    """A pain diary without a program."""
    return Diary(pain_ratings=diary.pain_ratings)


def only_sessions(diary: Diary, _: Rating) -> Diary:
    """Sessions without a single rating."""
    return Diary(runs=diary.runs, sessions=diary.sessions)


def many_scripts(diary: Diary, rating: Rating) -> Diary:
    """Notes, medicines and reasons in several scripts."""
    noted = tuple(
        rating(LAST, 4, id=f"x{n}", at=datetime(2026, 12, 15, 20, n, tzinfo=ZONE), note=said)
        for n, said in enumerate(SCRIPTS.values())
    )
    flares = tuple(replace(flare, reason=SCRIPTS["Arabic"]) for flare in diary.flares)
    return replace(diary, pain_ratings=(*diary.pain_ratings, *noted), flares=flares)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A report: the sample's weeks, what is changed of it, the wishes, what it says and not."""

    name: str
    weeks: int = 12
    change: Change = as_it_is
    wishes: ReportWishes = ONE_PAGE
    paper: Paper = Paper.A4
    says: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    pages: int | None = 1


CHART, BARS, TABLE = "Back pain right now, 0 no pain", "Sessions per week", "Tidy reps"
CASES = (
    Case(
        name="empty",
        change=nothing,
        wishes=ReportWishes(),
        says=("The diary has no entries in this period.", "15 Dec 2026"),
        lacks=(CHART, BARS, TABLE, "Initials", "Notes"),
    ),
    Case(name="one day", change=one_day, says=(CHART, "start so far", "1 day", "2 of 2")),
    Case(name="sample", says=(CHART, BARS, TABLE, "Initials A. L.", "Is swimming all right?")),
    Case(name="ten years", weeks=520, says=(CHART, "Sessions per month", TABLE)),
    Case(name="only ratings", change=only_ratings, says=(CHART,), lacks=(BARS, TABLE)),
    Case(name="only sessions", change=only_sessions, says=(BARS, TABLE), lacks=(CHART,)),
    Case(
        name="scripts",
        change=many_scripts,
        wishes=ReportWishes(
            who=Who.NAME, name="Łucja Größinger " * 5, questions="\n".join(SCRIPTS.values())
        ),
        says=("Name Łucja Größinger", "Über Bäume gestürzt? Nein: müde, Fußweg groß"),
        lacks=("Initials",),
    ),
    Case(name="letter", paper=Paper.LETTER, says=(CHART, BARS, TABLE)),
    Case(
        name="least",
        wishes=ReportWishes(who=Who.NOTHING, initials="A. L.", left_out=tuple(Section)),
        says=(BARS, "Last 24 hours", "Morning after a session"),
        lacks=(CHART, TABLE, "Initials", "A. L.", "Medicines", "Notes"),
    ),
    Case(
        name="everything",
        change=many_scripts,
        wishes=ALL,
        says=(CHART, BARS, TABLE, "My questions"),
        pages=None,
    ),
)


@pytest.fixture(scope="module")
def sample(catalogue: Catalogue) -> Callable[[int], Diary]:
    """`sample(weeks)`: a made-up diary that ends on 15 Dec 2026 and is not marked as one."""
    known: dict[int, Diary] = {}

    def made(weeks: int) -> Diary:
        if weeks not in known:
            found = sample_diary(weeks=weeks, seed=1, until=LAST, catalogue=catalogue, offset=ZONE)
            known[weeks] = replace(found, settings=Settings())
        return known[weeks]

    return made


@pytest.fixture
def content(
    sample: Callable[[int], Diary], rating: Rating, content_of: Made
) -> Callable[[Case], ReportContent]:
    """`content(case)`: what the case's report says."""

    def made(case: Case) -> ReportContent:
        diary = case.change(sample(case.weeks), rating)
        return content_of(diary, wishes=case.wishes, paper=case.paper)

    return made


def texts(made: bytes) -> list[str]:
    """The words of each page, with plain spaces."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(made)).pages]


def places(made: bytes) -> Iterator[list[tuple[str, float, float]]]:
    """Of each page the runs of text with their distances from its left and lower edge in points."""
    for page in PdfReader(BytesIO(made)).pages:
        found: list[tuple[str, float, float]] = []

        def visit(
            text: str,
            cm: list[float],
            tm: list[float],
            *_: object,
            into: list[tuple[str, float, float]] = found,
        ) -> None:
            x = cm[0] * tm[4] + cm[2] * tm[5] + cm[4]
            y = cm[1] * tm[4] + cm[3] * tm[5] + cm[5]
            if text.strip():
                into.append((text.strip(), x, y))

        page.extract_text(visitor_text=visit)
        yield found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_ten_reports(
    content: Callable[[Case], ReportContent], case: Case, fonts: Path, template: Path
) -> None:
    made = compile_pdf(content(case), fonts, template)
    pages = texts(made)
    assert case.pages in {None, len(pages)}
    assert (case.pages is None) == (len(pages) > 1)
    assert not any("\u200b" in text for text in pages)
    for number, text in enumerate(pages, 1):
        assert text.count(f"Page {number} of {len(pages)}") == 1
        assert text.count("Made on this computer on 15 Dec 2026, 18:20") == 1
    for said in (*case.says, "Safety:", "not a medical device output", "not yet been reviewed"):
        assert said in pages[0], said
    for said in case.lacks:
        assert said not in pages[0], said
    assert len(made) <= 200_000 or case.pages is None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_nothing_leaves_the_page_or_runs_into_its_foot(
    content: Callable[[Case], ReportContent], case: Case, fonts: Path, template: Path
) -> None:
    made = compile_pdf(content(case), fonts, template)
    size = PdfReader(BytesIO(made)).pages[0].mediabox
    for number, runs in enumerate(places(made)):
        first_of_foot = "Possible change" if number == 0 else "Made on this"
        foot = next(n for n, (text, _, _) in enumerate(runs) if text.startswith(first_of_foot))
        body = runs[:foot] if number == 0 else [r for r in runs if r[2] > runs[foot][2] + 1]
        assert min(y for _, _, y in body) > runs[foot][2] + 8
        assert all(20 < y < float(size.height) - 20 for _, _, y in runs)
        assert all(30 < x < float(size.width) - 30 for _, x, _ in runs)


def test_every_script_is_shown_or_boxed(
    content: Callable[[Case], ReportContent], fonts: Path, template: Path
) -> None:
    case = next(case for case in CASES if case.name == "everything")
    pages = texts(compile_pdf(content(case), fonts, template))
    for said in (SCRIPTS["German"], SCRIPTS["Polish"], "Took", "400", "besser"):
        assert any(said in page for page in pages[1:]), said
    everything = " ".join(pages)
    shown = [letter in everything for letter in "今ه"]
    assert all(shown) or "□ stands for a character" in everything


def test_rows_are_never_split(
    rating: Rating, content_of: Made, fonts: Path, template: Path
) -> None:
    days = [LAST - timedelta(days=n) for n in range(60)]
    notes = tuple(
        rating(day, 4, note=f"begin{n}x {'word ' * (40 + 37 * n % 250)} end{n}x")
        for n, day in enumerate(reversed(days))
    )
    made = compile_pdf(content_of(Diary(pain_ratings=notes), wishes=ALL), fonts, template)
    pages = texts(made)[1:]
    assert len(pages) > 3
    for n in range(60):
        (page,) = [page for page in pages if f"begin{n}x" in page]
        assert f"end{n}x" in page


def test_a_row_longer_than_a_page_is_split_and_whole(
    rating: Rating, content_of: Made, fonts: Path, template: Path
) -> None:
    told = tuple(
        rating(LAST, 4, id=str(n), note=" ".join(f"{n}w{k}x" for k in range(1200)))
        for n in range(3)
    )
    many = tuple(rating(LAST, 5, id=f"m{n}", note=f"line{n}x") for n in range(120))
    made = compile_pdf(content_of(Diary(pain_ratings=told + many), wishes=ALL), fonts, template)
    everything = " ".join(texts(made)[1:])
    for said in ("0w0x", "0w1199x", "2w1199x", "line0x", "line119x"):
        assert said in everything
    for runs in list(places(made))[1:]:
        assert min(y for _, _, y in runs) > 20


def test_every_page_repeats_the_heads_of_its_table(
    content: Callable[[Case], ReportContent], fonts: Path, template: Path
) -> None:
    case = next(case for case in CASES if case.name == "everything")
    pages = texts(compile_pdf(content(case), fonts, template))
    with_sessions = [page for page in pages[1:] if "10 of 10" in page]
    assert len(with_sessions) >= 2
    assert all("What happened, notes" in page for page in with_sessions)
    assert all("A. L. 23 Sep to 15 Dec 2026" in page for page in pages[1:])


@pytest.mark.parametrize("wishes", [ONE_PAGE, ALL], ids=["one page", "all pages"])
def test_the_preview_has_as_many_pages(
    sample: Callable[[int], Diary],
    content_of: Made,
    fonts: Path,
    template: Path,
    wishes: ReportWishes,
) -> None:
    press, content = Press(fonts, template), content_of(sample(12), wishes=wishes)
    pages = len(PdfReader(BytesIO(press.pdf(content))).pages)
    assert press.preview(content, height=300).pages == pages
