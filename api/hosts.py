"""The names that the service answers to: a page of another site cannot make up a name for it.

Comes in: the settings, and a Host header. Goes out: yes or no. Called by `api.app`. An address
cannot be made to lead elsewhere by DNS, so a service that listens on all addresses of a machine
answers to any of them.
"""

import re
from collections.abc import Callable
from ipaddress import ip_address

from kg.settings import Settings

_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[^\s:/@\[\]]+)(?::\d{1,5})?")
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
ANY = "*"


def names_of(settings: Settings) -> Callable[[str], bool]:
    """Whether a Host header names the service of these settings."""
    given = {_plain(name) for name in (settings.allowed_hosts or "").split(",") if name.strip()}
    names = _LOCAL | {_plain(settings.host)} | given
    every_address = _is_unspecified(settings.host)

    def answers_to(host: str) -> bool:
        found = _HOST.fullmatch(host)
        name = _plain(found[1]) if found else ""
        return ANY in given or name in names or (every_address and _is_address(name))

    return answers_to


def _plain(name: str) -> str:
    return name.strip().strip("[]").rstrip(".").lower()


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _is_unspecified(host: str) -> bool:
    return _is_address(_plain(host)) and ip_address(_plain(host)).is_unspecified
