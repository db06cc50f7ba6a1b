"""How numbers and dates are written in sentences.

By the locale's decimal point, with a true minus sign and a no-break space before the percent sign.
"""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from locale import localeconv

from hipcoach.core.text import tr

MINUS = "\u2212"
NO_BREAK = "\u00a0"


def capitalised(text: str) -> str:
    """The text with a capital as its first letter; brackets and quotes before it stay."""
    first = next((n for n, character in enumerate(text) if character.isalnum()), 0)
    return text[:first] + text[first : first + 1].upper() + text[first + 1 :]


def half_up(value: float | Decimal, digits: int = 1) -> Decimal:
    """`value` rounded to `digits` decimals, half away from zero.

    What binary fractions add beyond the ninth decimal is dropped first: 5.35 becomes 5.4.
    """
    exact = Decimal(f"{value:.9f}")
    return exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP) + 0


def number(value: float | Decimal, digits: int = 1) -> str:
    """The number with `digits` decimals, as in "3.4"."""
    text = f"{half_up(value, digits):f}"
    return text.replace(".", str(localeconv()["decimal_point"])).replace("-", MINUS)


def grouped(value: int) -> str:
    """A whole number in groups of three, as in "3 076", kept together by no-break spaces."""
    return f"{value:,}".replace(",", NO_BREAK).replace("-", MINUS)


def signed(value: float | Decimal, digits: int = 1) -> str:
    """The number with its sign, as in "+2.7"; nothing rounds to a signed zero."""
    return ("+" if half_up(value, digits) > 0 else "") + number(value, digits)


def percent(value: float) -> str:
    """Whole percent, as in "36 %"."""
    return f"{number(value, 0)}{NO_BREAK}%"


def signed_percent(value: float) -> str:
    """Whole percent with its sign."""
    return f"{signed(value, 0)}{NO_BREAK}%"


def date_text(day: date) -> str:
    """The date in words, as in "2 Nov 2026"."""
    return tr("{day} {month} {year}", day=day.day, month=month_text(day), year=day.year)


def day_text(day: date) -> str:
    """The date without its year, as in "2 Nov"."""
    return tr("{day} {month}", day=day.day, month=month_text(day))


def month_text(day: date) -> str:
    """The month's short name."""
    first = (tr("Jan"), tr("Feb"), tr("Mar"), tr("Apr"), tr("May"), tr("Jun"))
    second = (tr("Jul"), tr("Aug"), tr("Sep"), tr("Oct"), tr("Nov"), tr("Dec"))
    return (first + second)[day.month - 1]
