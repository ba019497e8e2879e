"""AI-policy news in the styles of many outlets, invented, with gold; how it was made: README.md."""
