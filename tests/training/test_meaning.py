"""The encoder's training from first to last, with a small body, on documents of our own in the corpora's form."""

import csv
import json
import random
import sys
from importlib.resources import files

import pytest

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")
pytest.importorskip("onnx")

from training import meaning_export, meaning_pairs, meaning_stories  # noqa: E402 - only where torch is
from training.meaning import Network, Row, batches  # noqa: E402
from training.stories import UNRELATED, story  # noqa: E402

from onrecord.encoder.texts import Wording, alone, together  # noqa: E402

STORY = """
questions:
  mast: {asks: "Did the mast fall?", answers: {fell: it fell, stands: it stands}, excludes: [[fell, stands]]}
  crew: {asks: "How many were aboard?", answers: {two: two, nine: nine}, excludes: [[two, nine]]}
reports:
- title: Mast of the Aurelie down
  statements:
  - "[The mast came down at four], said the skipper. | mast.fell"
  - "[It stands as it stood], the owner wrote. | mast.stands"
  - "Two of us were aboard, [two and the cat], he said. | crew.two"
  - "Harbour log: [nine persons] | crew.nine"
  - "[There is no mast any more]: a diver | mast.fell"
  - "[The band played on]. |"
"""
VOCABULARY = files("onrecord.encoder").joinpath("weights", "vocabulary.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def start(tmp_path_factory):
    """A body of one small layer that knows the vocabulary and nothing else."""
    torch.manual_seed(1)
    folder = tmp_path_factory.mktemp("start")
    shape = {"hidden_size": 132, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 32}
    config = transformers.BertConfig(vocab_size=len(VOCABULARY.split("\n")), **shape)
    transformers.BertModel(config, add_pooling_layer=False).save_pretrained(folder)
    (folder / "vocab.txt").write_text(VOCABULARY, "utf-8")
    marks = {"unk_token": "[UNK]", "cls_token": "[CLS]", "sep_token": "[SEP]"}
    (folder / "special_tokens_map.json").write_text(json.dumps(marks), "utf-8")
    return folder


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """The corpora whose licence is stated, and a story."""
    folder = tmp_path_factory.mktemp("data")
    claims = folder / "fc-aaai18" / "emergent" / "url-versions-2015-06-14-clean-train.csv"
    pairs = folder / "NLI_datasets" / "nli_datasets" / "mnli" / "dev.csv"
    for path, header, row in (
        (claims, ("claimHeadline", "articleHeadline", "articleHeadlineStance"), ("A mast fell", "Mast down", "for")),
        (pairs, ("premise", "hypothesis", "label"), ("A mast fell.", "A mast stands.", "contradiction")),
    ):
        path.parent.mkdir(parents=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *[row] * 20])
    (folder / "stories").mkdir()
    (folder / "stories" / "mast.yaml").write_text(STORY, "utf-8")
    return folder


def run(monkeypatch, module, *arguments):
    monkeypatch.setattr(sys, "argv", [module.__name__, *map(str, arguments)])
    module.main()


@pytest.mark.filterwarnings("ignore")  # torch warns of its own exporter
def test_from_pairs_to_stories_to_the_file_that_ships(start, data, tmp_path, monkeypatch):
    onnxruntime = pytest.importorskip("onnxruntime")
    first, second, shipped = tmp_path / "first.pt", tmp_path / "second.pt", tmp_path / "encoder.onnx"
    run(monkeypatch, meaning_pairs, data, start, first, "--stated", "--epochs", "1", "--most", "2")
    run(
        monkeypatch, meaning_stories, data, start, first, second, "--stated", "--steps", "3",
        "--stories", data / "stories",
    )  # fmt: skip
    before, after = (torch.load(path, weights_only=True) for path in (first, second))
    assert any(not torch.equal(before[name], after[name]) for name in before if name.startswith("body."))
    assert torch.equal(*(some["body.embeddings.word_embeddings.weight"] for some in (before, after)))
    run(monkeypatch, meaning_export, start, second, shipped)
    network = Network(start)
    network.load_state_dict(after)
    given = together("The mast fell.", "It stands.")
    asked = {name: [row] for name, row in zip(("pieces", "sides"), given, strict=True)}
    found = onnxruntime.InferenceSession(shipped).run(["stance", "about"], asked)
    with torch.inference_mode():
        wanted = network.eval().scores([given], "stance"), network.about(network.mean([given]))
    for ours, theirs in zip(found, wanted, strict=True):
        assert ours == pytest.approx(theirs.numpy(), abs=0.05)


def test_a_text_is_the_same_alone_and_among_longer_ones(start):
    network = Network(start).eval()
    brief, long = alone(Wording("It fell.")), alone(Wording("It fell down at four in the morning. " * 4))
    with torch.inference_mode():
        assert torch.allclose(network.mean([brief])[0], network.mean([brief, long])[0], atol=1e-5)


def test_another_vocabulary_is_refused(start, tmp_path):
    for path in start.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "vocab.txt").write_text("[UNK]\n[CLS]\n[SEP]\n", "utf-8")
    with pytest.raises(ValueError, match="not the one that ships"):
        Network(tmp_path)


def test_batches_hold_one_task_each():
    rows = [Row(together("a", "b " * n), task, 0) for n in range(20) for task in ("stance", "entails")]
    found = batches(rows, random.Random(1), 8)
    assert sorted(len(batch) for batch in found) == [4, 4, 8, 8, 8, 8]
    assert all(len({row.task for row in batch}) == 1 for batch in found)


def test_pairs_of_a_story_are_of_every_kind():
    told = story("mast", STORY)
    rows = meaning_stories.pairs([told], random.Random(1))
    assert {row.label for row in rows} >= {0, 1, UNRELATED}
    assert sum(row.label == 0 for row in rows) == 1


def test_groups_keep_statements_on_one_question_together():
    (group,) = meaning_stories.groups([story("mast", STORY)], random.Random(1))
    asked = [one.questions for one in group]
    assert asked in ([{"mast"}] * 3 + [{"crew"}] * 2 + [set()], [{"crew"}] * 2 + [{"mast"}] * 3 + [set()])


def test_vectors_that_are_near_their_like_cost_less():
    near = torch.tensor([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0], [0.0, 1.0]])
    labels = [frozenset(one) for one in "aabb"]
    apart = meaning_stories.contrast(near, labels)
    mixed = meaning_stories.contrast(near, [frozenset(one) for one in "abab"])
    assert apart < mixed
    assert meaning_stories.contrast(near, [frozenset(one) for one in "abcd"]) == 0
