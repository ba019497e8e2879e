"""What a text looks like on its page: blocks, furniture, bylines, datelines, dates."""
