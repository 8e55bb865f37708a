"""Addresses in comparable form, so that two copies of one page are known for it."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlsplit

_WEB = {"", "http", "https"}
_PORTS = re.compile(r":(?:80|443)?$")
_LABEL = re.compile(r"^www[0-9]?\.(?=.+\.)")
# What campaigns, networks and newsletters hang onto links; none of it names an article.
_TRACKING = re.compile(
    r"utm_\w+|_ga|_gl|_hsenc|_hsmi|at_(?:medium|campaign|custom\d?|link_\w+|format|bbc_team|ptr_name)|cmpid|dclid|"
    r"ecid|fb_(?:action_ids|action_types|ref|source)|fbclid|gaa_\w+|gad_source|gbraid|gclid|gclsrc|guccounter|"
    r"guce_\w+|icid|igshid|igsh|ito|mc_[ce]id|mkt_tok|msclkid|ns_campaign|ns_mchannel|ns_source|ocid|s_cid|smid|"
    r"soc_src|soc_trk|srnd|taid|tpcc|twclid|ved|wbraid|wt_mc|wtmc|yclid",
    re.IGNORECASE,
)
_ROUTE = "!"  # "#!/story/17" names a page, any other fragment a place on one
# Most addresses have nothing to take apart: thousands of them are compared for one view.
_PLAIN = re.compile(r"https?://(?:www[0-9]?\.(?=[^/]+\.))?([a-z0-9.-]+/[^?#%\s]*)")


def address(url: str) -> str:
    """An address in comparable form; empty for one that names no page, as that of a whole site.

    Scheme, "www", port, case of the host, a slash at the end, tracking parameters and fragment do not count. The path
    and every other parameter do: they name the article.
    """
    if plain := _PLAIN.fullmatch(url):
        found = plain[1].rstrip("/")
        return found if "/" in found else ""
    return _taken_apart(url)


def _taken_apart(url: str) -> str:
    """The same, for an address of any form."""
    try:
        parts = urlsplit(url.strip())
        parts = parts if parts.netloc or parts.scheme not in _WEB else urlsplit(f"//{url.strip()}")
    except ValueError:  # brackets around what is no address
        return url.strip()
    if parts.scheme not in _WEB:  # "urn:newsml:..." and "tag:..." name an item as they stand
        return url.strip()
    host = _LABEL.sub("", _PORTS.sub("", parts.netloc.rpartition("@")[2].casefold()))
    path = unquote(parts.path).rstrip("/")
    query = _telling(parts.query) if parts.query else ""
    route = parts.fragment if parts.fragment.startswith(_ROUTE) else ""
    return f"{host}{path}{query}{route}" if path or query or route else ""


def _telling(query: str) -> str:
    """The parameters that may name an article, whatever their order."""
    kept = sorted((name, value) for name, value in parse_qsl(query, keep_blank_values=True) if not _tracks(name))
    return "".join(f"?{name}={value}" for name, value in kept)


def _tracks(name: str) -> bool:
    return _TRACKING.fullmatch(name) is not None
