"""Who each source is: a gold set by reading, and the linker measured against it."""
