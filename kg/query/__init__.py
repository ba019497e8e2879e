"""The named questions and the services that ask them."""
