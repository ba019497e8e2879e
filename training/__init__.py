"""Training of the attribution model. Needs torch; nothing under `kg` imports it."""
