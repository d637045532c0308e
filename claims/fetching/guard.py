"""Which addresses may be fetched: public ones, on the ports of the web."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address

from claims.fetching.records import blocked

WEB_PORTS = (80, 443)

_REFUSED = (
    ("0.0.0.0/8", "this network, RFC 791"),
    ("10.0.0.0/8", "private, RFC 1918"),
    ("100.64.0.0/10", "shared by a carrier's customers (CGNAT), RFC 6598"),
    ("127.0.0.0/8", "loopback"),
    ("168.63.129.16/32", "a cloud's own services behind a public address"),
    ("169.254.0.0/16", "link-local, with the clouds' metadata"),
    ("172.16.0.0/12", "private, RFC 1918"),
    ("192.0.0.0/24", "IETF protocol assignments"),
    ("192.0.2.0/24", "documentation"),
    ("192.31.196.0/24", "AS112"),
    ("192.52.193.0/24", "AMT relays"),
    ("192.88.99.0/24", "6to4 relays, RFC 7526"),
    ("192.168.0.0/16", "private, RFC 1918"),
    ("192.175.48.0/24", "AS112"),
    ("198.18.0.0/15", "benchmarking"),
    ("198.51.100.0/24", "documentation"),
    ("203.0.113.0/24", "documentation"),
    ("224.0.0.0/4", "multicast"),
    ("240.0.0.0/4", "reserved, and broadcast"),
    ("::/96", "unspecified, loopback and IPv4-compatible"),
    ("::ffff:0:0/96", "IPv4-mapped"),
    ("::ffff:0:0:0/96", "IPv4-translated, RFC 2765"),
    ("64:ff9b::/96", "NAT64, RFC 6052"),
    ("64:ff9b:1::/48", "NAT64 for local use, RFC 8215"),
    ("100::/64", "discarded, RFC 6666"),
    ("2001::/23", "IETF protocol assignments: Teredo, ORCHID, benchmarking"),
    ("2001:db8::/32", "documentation"),
    ("2002::/16", "6to4"),
    ("2620:4f:8000::/48", "AS112"),
    ("3ffe::/16", "6bone, returned"),
    ("3fff::/20", "documentation, RFC 9637"),
    ("5f00::/16", "segment routing"),
    ("fc00::/7", "private (unique local)"),
    ("fe80::/10", "link-local"),
    ("fec0::/10", "site-local, RFC 3879"),
    ("ff00::/8", "multicast"),
)
"""(network, what it is): the special-purpose registries of IANA, and what has led inside before."""

_NETWORKS = tuple(ipaddress.ip_network(network) for network, _ in _REFUSED)
_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """Refuses what is not public. `own`: public addresses of this installation that its hosts do not bear themselves.

    `allow_loopback_port` is for tests alone: it opens that one port of 127.0.0.0/8 and ::1, to a server of the test.
    """

    own: frozenset[str] = frozenset()
    allow_loopback_port: int | None = None

    def check_port(self, port: int) -> None:
        """Raises FetchError (fetch_blocked) for a port that is not the web's."""
        if port not in WEB_PORTS and port != self.allow_loopback_port:
            raise blocked()

    def checked(self, address: str, *, port: int) -> str:
        """The address to connect to, in its one spelling. Raises FetchError (fetch_blocked) unless it is public."""
        try:
            ip = ipaddress.ip_address(address)
        except ValueError as fault:
            raise blocked() from fault
        if self.allow_loopback_port is not None and port == self.allow_loopback_port and ip.is_loopback:
            return str(ip)
        if port not in WEB_PORTS or not is_public(ip) or str(ip) in self.own or _is_borne_here(ip):
            raise blocked()
        return str(ip)


def is_public(ip: IPv4Address | IPv6Address) -> bool:
    """Whether an address can be that of a public web site."""
    if isinstance(ip, IPv6Address) and (ip not in _GLOBAL_UNICAST or ip.scope_id):
        return False
    # `is_global` is the library's own list, which grows with Python: both must agree.
    return ip.is_global and not any(ip in network for network in _NETWORKS)


def _is_borne_here(ip: IPv4Address | IPv6Address) -> bool:
    """Whether this host bears the address: only then can a socket be bound to it."""
    family = socket.AF_INET if ip.version == 4 else socket.AF_INET6
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.bind((str(ip), 0))
    except OSError:
        return False
    return True
