"""The SPARQL replica, its worker and its service, on a real Oxigraph."""
