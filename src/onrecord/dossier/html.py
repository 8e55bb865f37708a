"""A dossier as one HTML file: no script, nothing from elsewhere, and no text of a report that could be markup."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from importlib.resources import files
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from onrecord.dossier.model import Dossier
from onrecord.prose.days import in_words
from onrecord.prose.pieces import Kind, Piece, words
from onrecord.prose.safe import one_line
from onrecord.prose.unseen import parted


def html(dossier: Dossier) -> str:
    """The whole file."""
    style = files("onrecord.dossier").joinpath("templates", "dossier.css").read_text("utf-8")
    anchors = frozenset(
        name for one in dossier.reports for paragraph in one.paragraphs for part in paragraph for name in part.anchors
    )
    made = _environment(anchors)
    return made.get_template("dossier.html").render(dossier=dossier, style=Markup(style), policy=_policy(style))  # noqa: S704 - our own file


def _policy(style: str) -> str:
    """What the file may do: show itself in its own style."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _environment(anchors: frozenset[str]) -> Environment:
    made = Environment(
        loader=PackageLoader("onrecord.dossier"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        bare=_bare, days=in_words, line=_line, told=lambda pieces: _told(pieces, anchors), visible=visible
    )
    return made


def shown(text: str) -> Markup:
    """Text of a report: set apart in its direction, with signs for characters that show nothing."""
    return Markup("<bdi>{}</bdi>").format(visible(text))


def visible(text: str) -> Markup:
    """The same without being set apart."""
    parts = (_SIGN.format(sign=part, name=name) if name else escape(part) for part, name in parted(text))
    return Markup().join(parts)


_SIGN: Final = Markup('<span class="unseen" title="{name}">{sign}</span>')


def _bare(text: str) -> str:
    """Quoted words without their outer quotation marks."""
    return words(text).text


def _line(text: str) -> Markup:
    return shown(one_line(text))


def _told(pieces: Iterable[Piece], anchors: frozenset[str]) -> Markup:
    """A sentence, in which what is quoted leads to its words."""
    return Markup().join(_piece(piece, anchors) for piece in pieces)


def _piece(piece: Piece, anchors: frozenset[str]) -> Markup:
    if piece.kind is Kind.TEXT:
        return visible(piece.text)
    if piece.kind is Kind.REPORT:
        return _REPORT.format(piece.text)
    said = _FORMS[piece.kind].format(shown(piece.text))
    return _LINK.format(piece.of, said) if piece.of in anchors else said


_REPORT: Final = Markup('<a href="#report-{0}">[{0}]</a>')
_LINK: Final = Markup('<a href="#{}">{}</a>')
_FORMS: Final = {
    Kind.NAME: Markup('<span class="name">{}</span>'),
    Kind.ANSWER: Markup('<b class="answer">{}</b>'),
    Kind.QUESTION: Markup('<i class="question">{}</i>'),
    Kind.WORDS: Markup('<span class="words">“{}”</span>'),
}
