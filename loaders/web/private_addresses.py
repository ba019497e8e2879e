"""Which addresses belong to the machine or its own network, so that no page may lead there.

Comes in: a host as a URL names it, or an address that a name stands for. Goes out: whether it may
be fetched. Called by `loaders.web.connection`.
"""

import ipaddress
import socket
from contextlib import suppress

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
# The last 32 bits of these are an IPv4 address: RFC 6052 (NAT64), RFC 4291 (compatible).
_CARRIERS = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("::/96"))


def is_public(address: str) -> bool:
    """Whether an address is one of the whole internet, also as IPv6 spells an IPv4 address."""
    found = ipaddress.ip_address(address)
    return all(x.is_global and not x.is_multicast for x in _spelt(found))


def names_private(host: str) -> bool:
    """Whether a host is written as a private address (also "127.1", "0") or is this machine."""
    if host.lower().rstrip(".").split(".")[-1] == "localhost":
        return True
    literal = host.strip("[]")
    with suppress(ValueError):
        return not is_public(literal)
    try:
        return not is_public(socket.inet_ntoa(socket.inet_aton(literal)))
    except (OSError, ValueError):
        return False


def _spelt(address: Address) -> list[Address]:
    """The address, or the IPv4 address that it carries: then that one is what is reached."""
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    if address.ipv4_mapped:
        return [address.ipv4_mapped]
    if any(address in x for x in _CARRIERS):
        return [ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)]
    return [address, *([address.sixtofour] if address.sixtofour else [])]
