"""The way of a new user, and the safety screening with its stops wherever it is asked."""
