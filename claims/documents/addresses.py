"""Addresses of articles: one canonical spelling, and the copies that archives and AMP make of them."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"(utm_\w+|utm|mc_[ce]id|fbclid|gclid|gclsrc|dclid|msclkid|yclid|igshid|twclid|ttclid|wbraid|gbraid|li_fat_id|_ga|_gl|"
    r"ocid|ito|cmpid?|cmp_id|ns_\w+|at_(?:medium|campaign|link_\w+|custom\d|format|bbc_team|ptr_name)|smid|smtyp|ref_?src|"
    r"ref_url|spm|xtor|__twitter_impression|sharetype|fb_(?:action|source|ref)\w*|mkt_tok|trk\w*|"
    r"wt_?mc(?:_\w+)?|campaign_?id|guccounter|guce_\w+|soc_src|soc_trk|traffic_source|rss)",
    re.IGNORECASE,
)
_AMP_QUERY = {(key, "amp") for key in ("outputtype", "output", "view", "m")} | {("amp", on) for on in ("1", "true", "")}
_AMP_PATH = re.compile(r"(?:/amp/?|\.amp|\.amp\.html)$|^/amp(?=/)", re.IGNORECASE)
_GOOGLE_AMP = re.compile(r"^(?:https?://)?(?:www\.)?google\.[a-z.]+/amp/(s/)?(.+)$", re.IGNORECASE)
_CDN_AMP = re.compile(r"^https?://[a-z0-9-]+\.cdn\.ampproject\.org/[a-z]/(s/)?(.+)$", re.IGNORECASE)
_WAYBACK = re.compile(r"^https?://(?:web\.)?archive\.org/web/\d{4,14}[a-z_]*/(.+)$", re.IGNORECASE)
_ARCHIVE = re.compile(
    r"^https?://(?:(?:web\.)?archive\.org/web/\d{4,14}[a-z_]*/.+|(?:archive\.(?:today|ph|is|md|vn|fo|li)|perma\.cc|ghostarchive\.org)/\S+)$",
    re.IGNORECASE,
)
_SAME_SITE = {"www", "amp", "m", "mobile", "edition", "beta"}
_PORTS = {"http": 80, "https": 443}
LONGEST = 2000


def canonical_address(address: str) -> str:
    """The one spelling of an article's address: no tracking parameters, fragment, default port, AMP, archive wrapping.

    What is no http or https address gives "".
    """
    address = original_of(_unwrapped_amp(address.strip()))
    parts = _split(address)
    if parts is None or len(address) > LONGEST:
        return ""
    host = (parts.hostname or "").rstrip(".")
    port = f":{parts.port}" if parts.port and parts.port != _PORTS[parts.scheme] else ""
    host = f"[{host}]" if ":" in host else host
    query = [
        (key, value)
        for key, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.fullmatch(key) and (key.lower(), value.lower()) not in _AMP_QUERY
    ]
    path = _AMP_PATH.sub("", parts.path) or "/"
    return urlunsplit((parts.scheme, host + port, path, urlencode(query), ""))


def original_of(address: str) -> str:
    """The address that an archive's copy is of; any other address is its own."""
    found = _WAYBACK.match(address)
    return found[1] if found and _split(found[1]) else address


def is_archive(address: str) -> bool:
    """Whether the address is that of an archive's copy."""
    return bool(_ARCHIVE.match(address))


def canonical_named(by_page: str, *, at: str) -> str:
    """The address that a page's rel=canonical names, if it can be believed; else "".

    Believed is only an address of the same site that leads deeper than its front page: a page must not be able to pass
    itself off as another outlet's article.
    """
    named = canonical_address(urljoin(at, by_page.strip())) if at else canonical_address(by_page)
    parts = _split(named)
    if parts is None:
        return ""
    own = _split(canonical_address(at)) if at else None
    if own is not None and (_site(parts) != _site(own) or (parts.path in ("", "/") and not parts.query)):
        return ""
    return named


def host_of(address: str) -> str:
    """The address's host without "www."; "" where there is none."""
    parts = _split(address)
    return (parts.hostname or "").removeprefix("www.") if parts else ""


def _site(parts: SplitResult) -> str:
    labels = (parts.hostname or "").split(".")
    while len(labels) > 2 and labels[0] in _SAME_SITE:
        labels = labels[1:]
    return ".".join(labels)


def _unwrapped_amp(address: str) -> str:
    for wrapper in (_GOOGLE_AMP, _CDN_AMP):
        if found := wrapper.match(address):
            return ("https://" if found[1] else "http://") + found[2]
    return address


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        usable = parts.scheme in _PORTS and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return None
    return parts if usable else None
