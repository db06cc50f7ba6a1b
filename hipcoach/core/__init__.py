"""What HipCoach knows: exercises, timelines, the player, the diary's definitions and rules.

Pure Python.
"""
