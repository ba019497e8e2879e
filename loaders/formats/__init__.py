"""One format a file: a file -> Documents, and what its format states about itself."""
