"""Sources -> Documents: formats, what texts look like on their pages, fetching from the web."""
