"""Invented reports that pages must bear: very long names, words from right to left, characters that hide, markup that bites."""

from __future__ import annotations

import json
from pathlib import Path

LONG = "Osk" + "arvanderhelmendorfersteigenbrugh" * 6 + "en"  # a name of some 200 letters without a break
MANY = "The Standing Joint Committee of the Upper Districts for the Regulation of Weirs, Sluices, Locks, Culverts and Ferries, "
MANY += "their Keepers, their Pensions and the Customary Rights of the Villages of Ranholm, Tverrdal and Lower Osk"
BITES = [
    "<script>window.bitten = 'script'</script>",
    "<img src=x onerror=\"window.bitten = 'event'\">",
    "<svg onload=\"window.bitten = 'drawing'\"><a href=\"javascript:window.bitten='link'\">x</a></svg>",
    "\"><style>body { display: none }</style><base href='http://elsewhere.invalid/'>",
    "</q></bdi></p></main><form action='http://elsewhere.invalid/'><button>Send</button></form>",
    "{{ 7 * 7 }} {% raw %} ${7 * 7} <!-- hx-get='/seen' hx-trigger='load' -->",
    "' onmouseover='window.bitten = 1' hx-on:load='window.bitten = 1' data-picture='lanes",
]
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<svg onload=alert(1)><style>*{display:none}</style>",
    "</bdi></q></mark></blockquote></main><iframe src=//evil.example>",
    "{{ 7 * 7 }} {% include 'base.html' %}",
    "javascript:alert(1)",
    "\u202egnp.exe\u2066\u2069",
    "ha\u200brbo\u00adur",
    "أبو رامي شالوم",
    "long " * 2000,
]
"""What hostile reports put between their words, in their names and in those of their outlets."""
HIDES = "The sluice \u202edesolc saw\u202c, and sealed\u200b by\u2060 night\u00ad"

_ARABIC = """قالت الوزيرة سلمى نادر إن سد رانهولم مغلق.

"السد مغلق منذ الفجر" قالت سلمى نادر للصحفيين يوم الثلاثاء.
"""
_TEXTS = {
    "long": f"{LONG} closed the sluice at Ranholm, {LONG} said on Tuesday.\n\n“We closed it at dawn,” {LONG} told reporters.\n",
    "many": f"“The sluice is open,” {MANY} said in a statement on Tuesday. {MANY} denied that the sluice was closed.\n",
    "mixed": "“السد مغلق,” minister Salma Nader (سلمى نادر) said on Tuesday.\n\nThe sluice at Ranholm was closed, keeper "
    "Yael Shaked (יעל שקד) said. “הסכר סגור,” Shaked told the Osk Valley Post.\n",
    "arabic": _ARABIC,
    "hidden": f"“{HIDES},” keeper Ulla Brekk said on Tuesday. Ulla Brekk denied that the sluice was open.\n",
    "biting": "".join(
        f"“The sluice {bite} was closed,” keeper {bite} said.\n\nUlla Brekk said {bite} on Tuesday.\n\n"
        for bite in BITES
    ),
}
_TEXTS["twin"] = _TEXTS["biting"]
_TITLES = {
    "arabic": "سد رانهولم مغلق",
    "biting": " ".join(BITES[:3]),
    "hidden": HIDES,
    "long": f"{LONG} closes sluice",
    "many": MANY,
}
_OUTLETS = {"arabic": "صحيفة الوادي", "biting": BITES[1], "long": LONG, "hidden": "Osk\u202e Valley\u202c Post"}


def written(folder: Path) -> Path:
    """The reports as JSON Lines in a folder, one that names no safe address among them."""
    rows = [
        {
            "text": text,
            "date": f"2024-05-{day:02}",
            "title": _TITLES.get(name, "Sluice at Ranholm"),
            "publisher": _OUTLETS.get(name, "Osk Valley Post"),
            "url": "javascript:window.bitten='address'" if name == "biting" else f"https://osk.example/{name}",
        }
        for day, (name, text) in enumerate(_TEXTS.items(), 6)
    ]
    path = folder / "strange.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path
