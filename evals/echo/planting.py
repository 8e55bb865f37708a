"""Cases: so many utterances, planted in so many reports, with the place of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from evals.echo.bank import Story, Utterance
from evals.echo.wording import (
    END,
    HOUSE,
    START,
    Carried,
    Form,
    Naming,
    headline,
    introduced,
    namings,
    paragraph,
    teaser,
)

Place = tuple[int, int]

_NAMED = (Form.VERBATIM, Form.TRIMMED, Form.PARAPHRASED, Form.RELAYED, Form.TRANSLATED, Form.DETAILED)
_ONCE = frozenset({Form.HEADLINE, Form.TEASED})  # a report has one of these at most
_REPRINTS = 0.2  # of the reports that bring nothing of their own
_TITLED = 0.4  # of the reports whose title is taken from what they carry
_BETWEEN = 0.35  # of the paragraphs before which the reporter speaks


@dataclass(frozen=True)
class Planted:
    """One carrying of an utterance: by which report, how, and in which places of its text."""

    report: str
    utterance: Utterance
    form: Form
    naming: Naming
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Printed:
    """A report as it goes out; `file` tells it from the others."""

    file: str
    title: str
    outlet: str
    published: date
    url: str
    text: str


@dataclass(frozen=True)
class Case:
    """Reports, and what was planted in them."""

    story: str
    k: int
    reports: tuple[Printed, ...]
    planted: tuple[Planted, ...]

    @property
    def n(self) -> int:
        """How many reports there are."""
        return len(self.reports)


_Row = tuple[str, Carried | None]


@dataclass(frozen=True)
class _Draft:
    """A report before it is printed: paragraphs with what they carry, None where the reporter speaks."""

    title: _Row
    body: tuple[_Row, ...]
    outlet: str
    published: date
    credit: str


def case(story: Story, k: int, n: int, seed: int, forms: Sequence[Form] = tuple(Form)) -> Case:
    """Utterances of k speakers in n reports: each is carried once with its speaker in full, the rest are echoes."""
    rng = Random(f"{story.name} {k} {n} {seed} {' '.join(forms)}")
    return planted_in(story, rng.sample(story.firsts, k), n, rng, forms)


def twice(story: Story, said: tuple[Utterance, Utterance], n: int, seed: int) -> Case:
    """Two utterances of one speaker in n reports."""
    rng = Random(f"{story.name} {said[0].name} {n} {seed}")
    return planted_in(story, said, n, rng, tuple(Form))


def planted_in(story: Story, said: Sequence[Utterance], n: int, rng: Random, forms: Sequence[Form]) -> Case:
    """The utterances in n reports."""
    plans = _plans(said, n, rng, forms)
    drafts = [_draft(story, plan, rng) for plan in plans if plan]
    drafts += [_reprint(story, rng.choice(drafts), rng) for plan in plans if not plan]
    rng.shuffle(drafts)
    printed = [_printed(story, number, draft) for number, draft in enumerate(drafts)]
    planted = tuple(one for _, carried in printed for one in carried)
    return Case(story.name, len(said), tuple(report for report, _ in printed), planted)


def _plans(said: Sequence[Utterance], n: int, rng: Random, forms: Sequence[Form]) -> list[list[Carried]]:
    """What each report carries; a report that carries nothing yet is to be a reprint."""
    plans: list[list[Carried]] = [[] for _ in range(n)]
    echoes = [form for form in forms if form is not Form.REPRINTED]
    named = [form for form in echoes if form in _NAMED] or _NAMED
    for at, one in enumerate(said):
        plans[at % n].append(Carried(one, rng.choice(named)))
    for plan in plans:
        if plan or not _to_reprint(forms, rng):
            plan.extend(_echoes(_wanted(said, plan, rng), echoes, rng))
        rng.shuffle(plan)
    return plans


def _to_reprint(forms: Sequence[Form], rng: Random) -> bool:
    """Whether a report that brings nothing of its own is to be a reprint."""
    return Form.REPRINTED in forms and (len(forms) == 1 or rng.random() < _REPRINTS)


def _wanted(said: Sequence[Utterance], plan: list[Carried], rng: Random) -> list[Utterance]:
    """What a report carries besides: a few utterances are carried far more than the others."""
    weights = [1 / rank for rank in range(1, len(said) + 1)]
    drawn = rng.choices(said, weights, k=rng.randint(0 if plan else 1, 2 if plan else 3))
    own = [one.utterance for one in plan]
    return [one for one in dict.fromkeys(drawn) if one not in own]


def _echoes(wanted: list[Utterance], forms: Sequence[Form], rng: Random) -> Iterator[Carried]:
    """The utterances anew, in forms drawn by chance."""
    left = list(forms)
    for one in wanted:
        if left:
            form = rng.choice(left)
            left = [other for other in left if other is not form or form not in _ONCE]
            yield Carried(one, form, _naming(one, form, rng))


def _naming(one: Utterance, form: Form, rng: Random) -> Naming:
    """What the report calls the speaker: as often in full as by any other way."""
    if form is Form.DROPPED:
        return Naming.NOBODY
    if form is Form.TEASED:
        return Naming.SHORT
    return rng.choice([Naming.FULL, Naming.SHORT] if form is Form.HEADLINE else [Naming.FULL, *namings(one)])


def _draft(story: Story, plan: list[Carried], rng: Random) -> _Draft:
    """A report that carries its plan among the reporter's own words."""
    published = max(one.utterance.day for one in plan) + timedelta(days=rng.randint(0, 2))
    background = list(rng.sample(story.background, len(story.background)))
    body: list[_Row] = [(_lead(story, background.pop(), published, rng), None)]
    for one in plan:
        if background and rng.random() < _BETWEEN:
            body.append((background.pop(), None))
        body += _rows(story, one, published, rng)
    body += [(background.pop(), None)] if background else []
    body += [(teaser(one, rng), one) for one in plan if one.form is Form.TEASED]
    return _Draft(_title(story, plan, rng), tuple(body), rng.choice(story.outlets), published, _credit(story, rng))


def _rows(story: Story, carried: Carried, published: date, rng: Random) -> list[_Row]:
    """What the body has for a carrying; whom a headline calls by short name, it introduces."""
    if carried.form is Form.HEADLINE:
        return [(introduced(carried.utterance, rng), None)] * (carried.naming is Naming.SHORT)
    if carried.form is Form.TEASED:
        return []
    return [(_quotes(paragraph(story, carried, published, rng), rng), carried)]


def _title(story: Story, plan: list[Carried], rng: Random) -> _Row:
    """The headline that is planned; else one taken from the body, or one that says nothing."""
    carried = next((one for one in plan if one.form is Form.HEADLINE), None)
    told = [one for one in plan if one.naming is Naming.FULL and one.form is not Form.TEASED]
    if not carried and told and rng.random() < _TITLED:
        carried = Carried(rng.choice(told).utterance, Form.HEADLINE, Naming.SHORT)
    return (headline(carried, rng), carried) if carried else (rng.choice(story.titles), None)


def _lead(story: Story, text: str, published: date, rng: Random) -> str:
    """The first paragraph, with a dateline or without."""
    place, agency = rng.choice(story.places), rng.choice(story.agencies)
    datelines = ["", "", f"{place}, {published:%B} {published.day} - ", f"{place} ({agency}) - "]
    return rng.choice(datelines) + text


def _credit(story: Story, rng: Random) -> str:
    """What stands below: a credit, an advertisement, or nothing."""
    return str(rng.choice(["", f"(With {rng.choice(story.agencies)})", *rng.sample(HOUSE["boilerplate"], 3)]))


def _reprint(story: Story, draft: _Draft, rng: Random) -> _Draft:
    """The same body in another outlet, under a title and a credit of its own: no teasers, perhaps no last paragraph."""
    agency = rng.choice(story.agencies)
    kept = [(text, one) for text, one in draft.body if not one or one.form is not Form.TEASED]
    body = tuple((text, one and replace(one, form=Form.REPRINTED)) for text, one in kept)
    return _Draft(
        title=(rng.choice(story.titles), None),
        body=body[:-1] if body[-1][1] is None and rng.random() < 1 / 2 else body,
        outlet=rng.choice([one for one in story.outlets if one != draft.outlet]),
        published=draft.published + timedelta(days=rng.randint(0, 1)),
        credit=rng.choice([f"({agency})", f"This article first appeared in {draft.outlet}.", f"Source: {agency}"]),
    )


def _quotes(text: str, rng: Random) -> str:
    """The quotation marks of the house: straight or typographic, one character each."""
    if rng.random() < 1 / 2:
        return text
    parts = text.split('"')
    return parts[0] + "".join(("“" if at % 2 == 0 else "”") + part for at, part in enumerate(parts[1:]))


def _printed(story: Story, number: int, draft: _Draft) -> tuple[Printed, list[Planted]]:
    """The report, and where it carries what."""
    byline = HOUSE["bylines"][number % len(HOUSE["bylines"])]
    rows = [draft.title, (f"By {byline}", None), *draft.body, *([(draft.credit, None)] if draft.credit else [])]
    file, text, planted = f"{number:03}.jsonl", "", []
    for row, carried in rows:
        bare, places = _places(row, len(text))
        text += f"{bare}\n\n"
        if carried:
            planted.append(Planted(file, carried.utterance, carried.form, carried.naming, places))
    address = f"https://{_slug(draft.outlet)}.example/{story.name}/{number}"
    title = _places(draft.title[0], 0)[0]
    return Printed(file, title, draft.outlet, draft.published, address, text.rstrip() + "\n"), planted


def _places(row: str, offset: int) -> tuple[str, tuple[Place, ...]]:
    """A row without its marks, and where the marked words stand from the offset on."""
    bare, places = "", []
    for part in row.split(START):
        words, closed, rest = part.partition(END)
        if closed:
            places.append((offset + len(bare), offset + len(bare) + len(words)))
        bare += words + rest
    return bare, tuple(places)


def _slug(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isascii() and letter.isalnum())
