"""Tests of the loaders: real files, real pages, a real HTTP server on this machine."""
