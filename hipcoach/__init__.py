"""HipCoach: paced hip strengthening, a pain diary, a one-page summary; all on this computer."""

__version__ = "0.1.0"
