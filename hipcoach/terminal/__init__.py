"""A guided session in the terminal: the second front end of the same player, without Qt."""
