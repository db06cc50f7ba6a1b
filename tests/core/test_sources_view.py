"""The page of sources: every one of them, once, with what of it was read."""

from __future__ import annotations

from hipcoach.core.sources_view import source_groups
from hipcoach.core.text import say


def test_every_source_is_there_once_with_what_was_read(catalogue) -> None:
    rows = [row for group in source_groups(catalogue) for row in group.rows]
    assert len(rows) == len(catalogue.sources)
    assert all(say(row.title) and say(row.read_as).startswith("read as") for row in rows)
    dois = [source.doi for source in catalogue.sources.values() if source.doi]
    assert sorted(row.doi for row in rows if row.doi) == sorted(dois)


def test_articles_come_first_then_what_the_cards_name(catalogue) -> None:
    articles, studies, rest = source_groups(catalogue)
    assert len(articles.rows) == 5
    titles = [say(row.title) for row in studies.rows]
    assert "Bade et al., 2017" in titles
    assert "Ceballos-Laita, 2023" in titles
    assert "Distefano, 2009" in [say(row.title) for row in rest.rows]
    bade = studies.rows[titles.index("Bade et al., 2017")]
    assert (bade.where, bade.doi) == ("J Eval Clin Pract 23:734-740", "10.1111/jep.12705")
    assert say(bade.read_as) == "read as abstract"


def test_a_source_without_a_year_or_author_goes_by_its_title(catalogue) -> None:
    titles = [say(row.title) for group in source_groups(catalogue) for row in group.rows]
    assert "Trial record NCT01900925" in titles
    assert not any(title.endswith(", 0") for title in titles)
