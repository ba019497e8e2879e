"""Whole corpora through the whole system: order, repetition and a kill -9 leave no trace."""
