"""Accuracy against gold: measured here, held by floors, shown in docs/quality.md."""
