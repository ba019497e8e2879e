"""Sources -> Documents, one format a file."""
