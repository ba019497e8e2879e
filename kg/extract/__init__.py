"""Document -> attributions, offices, mentions and topics."""
