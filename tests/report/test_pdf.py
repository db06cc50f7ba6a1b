"""The finished page as a reader, a screen reader and a printer meet it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from hipcoach.core.catalogue import Catalogue
from hipcoach.core.diary import Diary
from hipcoach.core.pain import PainRating
from hipcoach.core.report_wishes import Paper
from hipcoach.core.run import Absence, Change, Flare, Run, Settings
from hipcoach.core.sample import sample_diary
from hipcoach.core.session import Session, Slot
from hipcoach.report.page import ReportContent
from hipcoach.report.pdf import compile_pdf

Made = Callable[..., ReportContent]
Compiled = Callable[[ReportContent], PdfReader]
LAST = date(2026, 12, 15)
HOSTILE = (
    '<img src=x> =cmd() #read("/etc/passwd") $x$ *bold* _i_ \\ \\n @ref <a> `code` // /* */ '
    "\x00\x07\x1b[31m \u202e \U0001f600 مرحبا بالعالم 日本語テキスト \ud800 end"
)
LONG = "x" * 10_000


@pytest.fixture
def compiled(fonts: Path, template: Path) -> Compiled:
    """`compiled(content)`: the page, read back."""
    return lambda content: PdfReader(BytesIO(compile_pdf(content, fonts, template)))


def text_of(reader: PdfReader) -> str:
    """The words of the page, with plain spaces."""
    return " ".join(reader.pages[0].extract_text().split())


def resources(holder: Any) -> Iterator[Any]:
    """The resources of the page and of the forms within it."""
    found = holder.get("/Resources", {})
    yield found
    for form in found.get("/XObject", {}).values():
        yield from resources(form.get_object())


def heights(reader: PdfReader) -> list[tuple[str, float]]:
    """The runs of text in reading order, each with its height on the page in points."""
    found: list[tuple[str, float]] = []

    def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        if text.strip():
            found.append((text.strip(), cm[1] * tm[4] + cm[3] * tm[5] + cm[5]))

    reader.pages[0].extract_text(visitor_text=visit)
    return found


def assert_one_whole_page(reader: PdfReader) -> None:
    """One page, read from top to bottom, no word of the body as low as the foot."""
    assert len(reader.pages) == 1
    places = heights(reader)
    foot = next(n for n, (text, _) in enumerate(places) if text.startswith("Possible change in"))
    lowest_word = min(height for _, height in places[:foot])
    assert lowest_word > places[foot][1] + 12
    assert min(height for _, height in places[foot:]) >= 20


def test_one_tagged_page_with_title_and_language(
    diary: Diary, content_of: Made, compiled: Compiled
) -> None:
    reader = compiled(content_of(diary))
    assert_one_whole_page(reader)
    catalog = reader.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in catalog
    assert catalog["/Lang"] == "en"
    assert reader.metadata is not None
    assert reader.metadata.title == "Hip exercise and back pain diary"
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.isoformat() == "2026-12-15T17:20:00+00:00"
    assert "pdfuaid:part" in (reader.xmp_metadata.stream.get_data().decode())


def structure(node: Any) -> Iterator[Any]:
    """Every element of the structure tree, in reading order."""
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        element = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(element, dict) and "/S" in element:
            yield element
            yield from structure(element)


def test_headings_tables_and_charts_are_tagged(
    diary: Diary, content_of: Made, compiled: Compiled
) -> None:
    reader = compiled(content_of(diary))
    elements = list(structure(reader.trailer["/Root"]["/StructTreeRoot"]))
    kinds = [str(element["/S"]) for element in elements]
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") == 8
    assert kinds.count("/Table") == 3
    assert kinds.count("/TH") == 4 + 6
    told = [str(e["/Alt"]) for e in elements if e["/S"] == "/Figure"]
    assert len(told) == 2
    assert told[0].startswith("Chart of back pain, 2 Nov to 15 Dec 2026: start 5.3")
    assert told[1].startswith("Sessions done of planned: 65 of 69.")


def test_every_font_is_embedded_and_nothing_is_a_picture(
    diary: Diary, content_of: Made, compiled: Compiled
) -> None:
    reader = compiled(content_of(diary))
    fonts = [
        font.get_object()
        for found in resources(reader.pages[0])
        for font in found.get("/Font", {}).values()
    ]
    assert len(fonts) >= 4
    for font in fonts:
        descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
        assert "/FontFile3" in descriptor
        assert "Inter" in font["/BaseFont"]
    assert list(reader.pages[0].images) == []


def test_numbers_dates_and_notes_can_be_found(
    diary: Diary, content_of: Made, compiled: Compiled
) -> None:
    text = text_of(compiled(content_of(diary)))
    for said in (
        "2 Nov to 15 Dec 2026 (2026-11-02/12-15)",
        "65 of 69, 94 %",
        "5.3 → 3.4",
        "−1.9 (−36 %): possible change",
        "Größere Pause beim Fahren: besser",
        "Week 3",
        "start 5.3",
        "as usual or up to +1",
        "green band",
        "3 055",
        "Made on this computer on 15 Dec 2026, 18:20 (2026-12-15).",
        "Page 1 of 1",
    ):
        assert said in text


def test_a_word_without_an_end_leaves_no_trace_in_the_text(
    rating: Callable[..., PainRating], content_of: Made, compiled: Compiled
) -> None:
    endless = "Wa1-" * 20
    told = rating(date(2025, 12, 16), 4, note=endless)
    text = text_of(compiled(content_of(Diary(pain_ratings=(told,)), from_=told.at.date())))
    assert "(2025-12-16/2026-12-15)" in text
    assert endless in text.replace(" ", "")
    assert "\u200b" not in text


def test_the_same_content_gives_the_same_bytes(
    diary: Diary, content_of: Made, fonts: Path, template: Path
) -> None:
    content = content_of(diary)
    assert compile_pdf(content, fonts, template) == compile_pdf(content, fonts, template)


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_both_papers(
    diary: Diary, content_of: Made, compiled: Compiled, paper: str, size: tuple[int, int]
) -> None:
    reader = compiled(content_of(diary, paper=Paper(paper)))
    assert_one_whole_page(reader)
    box = reader.pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


@pytest.mark.parametrize("weeks", [1, 12, 27])
def test_a_sample_of_any_length_is_one_small_page(
    catalogue: Catalogue, content_of: Made, fonts: Path, template: Path, weeks: int
) -> None:
    until = LAST - timedelta(days=1)
    offset = content_of(Diary()).made_at.tzinfo
    diary = sample_diary(weeks=weeks, seed=1, until=until, catalogue=catalogue, offset=offset)
    made = compile_pdf(content_of(diary), fonts, template)
    assert len(made) <= 200_000
    reader = PdfReader(BytesIO(made))
    assert_one_whole_page(reader)
    assert "Sample diary: made-up entries" in text_of(reader)


def ten_years(
    run: Run, rating: Callable[..., PainRating], session: Callable[..., Session]
) -> Diary:
    """A rating and a session on most days of ten years, with notes, flare-ups and days away."""
    begun = date(2016, 12, 16)
    days = [begun + timedelta(days=n) for n in range(3652) if n % 11 and n % 400 > 20]
    rungs = {"clamshell-band": "red", "single-leg-bridge": "two-legs"}
    return Diary(
        runs=(replace(run, started_on=begun),),
        pain_ratings=tuple(
            rating(day, (day.day + day.month) % 11, note="Langer Tag im Büro") for day in days
        ),
        sessions=tuple(session(day, Slot.MORNING, rungs) for day in days),
        flares=tuple(Flare(from_=d, to=d + timedelta(days=4)) for d in days[::250]),
        absences=tuple(Absence(from_=d, to=d + timedelta(days=9)) for d in days[100::300]),
    )


def test_ten_years_are_one_small_page(
    run: Run,
    rating: Callable[..., PainRating],
    session: Callable[..., Session],
    content_of: Made,
    fonts: Path,
    template: Path,
) -> None:
    content = content_of(ten_years(run, rating, session))
    made = compile_pdf(content, fonts, template)
    assert len(made) <= 200_000
    reader = PdfReader(BytesIO(made))
    assert_one_whole_page(reader)
    assert "Sessions per month" in text_of(reader)


@pytest.mark.parametrize("kept", ["nothing", "one rating", "ratings", "sessions", "flares"])
def test_little_is_one_page_too(
    diary: Diary,
    rating: Callable[..., PainRating],
    content_of: Made,
    compiled: Compiled,
    kept: str,
) -> None:
    little = {
        "nothing": Diary(),
        "one rating": Diary(pain_ratings=(rating(LAST, 4),)),
        "ratings": Diary(pain_ratings=diary.pain_ratings),
        "sessions": Diary(runs=diary.runs, sessions=diary.sessions),
        "flares": Diary(flares=diary.flares),
    }[kept]
    assert_one_whole_page(compiled(content_of(little, from_=date(2026, 11, 2))))


@pytest.mark.parametrize("paper", Paper)
def test_hostile_and_endless_words_stay_words_on_one_page(
    diary: Diary,
    run: Run,
    rating: Callable[..., PainRating],
    session: Callable[..., Session],
    at: Callable[..., Any],
    content_of: Made,
    compiled: Compiled,
    paper: Paper,
) -> None:
    words = (HOSTILE, LONG, "word " * 2000)
    content = content_of(
        Diary(
            runs=(
                replace(
                    run,
                    program=HOSTILE,
                    changes=(Change(at=at(LAST), exercise=LONG, what=HOSTILE, value=LONG),),
                ),
            ),
            pain_ratings=(
                *diary.pain_ratings,
                *(rating(LAST, 5, note=said, medicine=said) for said in words),
            ),
            sessions=(session(LAST, rungs={LONG: HOSTILE, HOSTILE: LONG}),),
            flares=tuple(Flare(from_=date(2026, 11, 19), reason=said) for said in words),
            absences=(Absence(from_=date(2026, 11, 28), reason=LONG),),
            settings=Settings(sample=True),
        ),
        paper=paper,
    )
    reader = compiled(content)
    assert_one_whole_page(reader)
    text = text_of(reader)
    for said in ("<img src=x>", "=cmd()", '#read("/etc/passwd")', "$x$", "*bold*", "`code`"):
        assert said in text
    assert "root:" not in text
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
