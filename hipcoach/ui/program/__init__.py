"""The programs: the ready-made ones, the card of each, and changing from one to another."""
