"""What is known of English words, whatever text they stand in: nothing here reads a document."""
