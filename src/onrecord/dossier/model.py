"""What a dossier holds, in words already; its forms set it as HTML or Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.prose.pieces import Sentence


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a report with who said them.

    Attributes:
        lead: who said it, how, when and where it is reported; a colon follows.
        words: exactly as printed; " … " stands between parts around a cue.
        language: language of the report, or "und".
        report: number of the report.
        anchor: name of the place of the words in the appendix.
        became: what became of the report, or of those that the words rest on; empty for nothing.
    """

    lead: Sentence
    words: str
    language: str
    report: int
    anchor: str
    became: Sentence


@dataclass(frozen=True, slots=True)
class Answer:
    """One position on a matter.

    Attributes:
        number: its number within the matter.
        label: the answer in a few words.
        told: sentences on who gives it, what stands behind it, and who contradicts it.
        quotations: the words.
        more: how many statements are not quoted; 0 for none.
    """

    number: int
    label: Sentence
    told: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Row:
    """A lane of the picture: a source, and the numbers of the answers that it gave in each column."""

    name: Sentence
    cells: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Who gave which answer when.

    Attributes:
        columns: the days or stretches of days.
        rows: the lanes, who spoke first on top.
        left_out: how many sources have no lane.
        undated: how many statements have no day.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    left_out: int
    undated: int


@dataclass(frozen=True, slots=True)
class Remark:
    """What else is to be told of a matter: a title with sentences and quotations."""

    title: str
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One matter.

    Attributes:
        anchor: name of its place.
        question: the question.
        disputed: whether answers to it contradict each other.
        short: who holds which position, in one or two sentences.
        answers: the positions.
        more: how many answers are left out; 0 for none.
        chart: who gave which answer when; None where no day is known.
        remarks: who changed their story, who was silent, what reports tell differently.
    """

    anchor: str
    question: str
    disputed: bool
    short: Sentence
    answers: tuple[Answer, ...]
    more: int
    chart: Chart | None
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """A dated happening: its day, who tells it in which words, and where the versions differ."""

    day: str
    lead: Sentence
    words: str
    anchor: str
    report: int
    differ: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """An utterance that several reports carry: who spoke and who carries it, and words of it."""

    told: Sentence
    quotation: Quotation


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a paragraph: its text, whether it is quoted here, and the names of the places that begin with it."""

    text: str
    marked: bool
    anchors: tuple[str, ...]


Paragraph = tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A report in the appendix.

    Attributes:
        number: by which it is cited.
        outlet: who published it; empty where that is not known.
        title: its headline; may be empty.
        day: when it was published.
        address: where it stands; empty where that is not known.
        link: the same as it may be followed; empty where it is no plain address of the web.
        file: the file that it came from.
        language: its language, or "und".
        became: what became of it; empty for nothing.
        paragraphs: those that hold quoted words.
    """

    number: int
    outlet: str
    title: str
    day: str
    address: str
    link: str
    file: str
    language: str
    became: Sentence
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """A record put into words, to be read from beginning to end.

    Attributes:
        name: what the record is called.
        title: the questions that are most contested.
        day: the day as of which it tells; None for all that is on record.
        rests: what it rests on.
        since: first day of what is told as new; None where no report has a day.
        news: what changed on that day or later.
        news_more: how many changes are left out.
        questions: the matters, most contested first.
        questions_more: how many matters are left out.
        timeline: the dated happenings.
        timeline_more: whether there are more.
        origins: utterances that several reports carry.
        revisions: corrections and withdrawals.
        judgements: what people decided.
        problems: what could not be read.
        reports: the reports, by number.
        reports_more: how many reports are not listed, because nothing of them is quoted.
        year: the year that goes without saying; None where there is none.
        version: of the program.
        readers: of the rules by which reports were read.
    """

    name: str
    title: str
    day: date | None
    rests: tuple[Sentence, ...]
    since: date | None
    news: tuple[Sentence, ...]
    news_more: int
    questions: tuple[Question, ...]
    questions_more: int
    timeline: tuple[Happening, ...]
    timeline_more: bool
    origins: tuple[Carried, ...]
    revisions: tuple[Sentence, ...]
    judgements: tuple[Sentence, ...]
    problems: tuple[str, ...]
    reports: tuple[Listed, ...]
    reports_more: int
    year: int | None
    version: str
    readers: tuple[str, ...]

    @property
    def in_short(self) -> tuple[Question, ...]:
        """The matters that are told in short: those on which answers contradict each other, or all where none do."""
        return tuple(one for one in self.questions if one.disputed) or self.questions
