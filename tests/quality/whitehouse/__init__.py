"""Gold statements on public-domain government texts, and how the pipeline does on them."""
