"""HipCoach: paced hip strengthening, a short pain diary and a one-page summary, all on this computer."""

__version__ = "0.1.0"
