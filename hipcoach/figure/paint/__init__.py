"""What is seen: light, shadow, muscles, props and lines, put together and kept as frames."""
