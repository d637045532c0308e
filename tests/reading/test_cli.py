"""The reader's command line: what the scorers and a newcomer call."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from claims.reading.__main__ import main

TEXT = (
    "Karlsberg truce holds\n\nKARLSBERG (Newswire) - "
    "The Syrian army said on Sunday that at least 12 people were\u00a0killed.\n\n"
    "â€œIt is quiet,â€\u009d Petra Lund, a doctor, told Reuters.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "two.txt").write_text("Residents said the road was cut.\n", encoding="utf-8")
    lines = [
        {"file": "one.txt", "outlet": "Press TV", "published": "2020-01-12"},
        {"file": "two.txt", "outlet": "Reuters", "published": None},
    ]
    (tmp_path / "manifest.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")
    return tmp_path


def printed(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    assert main([str(a) for a in arguments]) == 0
    return capsys.readouterr().out


def test_claims_of_a_file_with_the_day_given(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = json.loads(printed(capsys, "--published", "2020-01-12", "--outlet", "Press TV", folder / "one.txt"))

    army, doctor = out["claims"]
    assert out["pairs"] == []
    assert (army["article"], army["sources"], army["said_on"]) == ("one.txt", ["syrian-army"], "2020-01-12")
    assert (army["kind"], army["polarity"], army["via"]) == ("indirect", "assert", None)
    assert [(f["words"], f["low"], f["high"]) for f in army["figures"]] == [("at least 12", 12, None)]
    assert (doctor["sources"], doctor["via"], doctor["kind"]) == (["medics"], "reuters", "direct")
    for claim in out["claims"]:
        assert TEXT[claim["start"] : claim["end"]].replace("\u00a0", " ") == claim["text"]


@pytest.mark.parametrize("name", ["", "manifest.jsonl"])
def test_a_manifest_gives_outlet_and_day(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = json.loads(printed(capsys, folder / name))

    assert {c["article"] for c in out["claims"]} == {"one.txt", "two.txt"}
    assert len({c["id"] for c in out["claims"]}) == len(out["claims"])
    assert out["claims"][0]["said_on"] == "2020-01-12"


def test_attributions_are_one_line_a_file_in_raw_offsets(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, "--attributions", folder / "one.txt", folder / "two.txt").splitlines()

    first, second = map(json.loads, lines)
    assert [TEXT[slice(*record["speaker"])] for record in first] == ["The Syrian army", "Petra Lund, a doctor"]
    assert [TEXT[slice(*record["cue"])] for record in first] == ["said", "told"]
    assert len(second) == 1


def test_bytes_that_are_no_text_are_read_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\x00 said \xc3")

    assert json.loads(printed(capsys, "--published", "2020-01-12", tmp_path / "bad.txt"))["pairs"] == []
    assert isinstance(json.loads(printed(capsys, "--attributions", tmp_path / "bad.txt")), list)


@pytest.mark.parametrize("name", ["absent.txt", "broken/manifest.jsonl"])
def test_a_file_that_cannot_be_read_is_named(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "manifest.jsonl").write_text("{not json\n", encoding="utf-8")

    assert main([str(tmp_path / name)]) == 1
    assert capsys.readouterr().err.startswith("claims.reading: ")


def test_it_runs_as_a_module_without_a_database(folder: Path) -> None:
    command = [sys.executable, "-m", "claims.reading", "--published", "2020-01-12", str(folder / "two.txt")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])

    assert json.loads(done.stdout)["claims"][0]["sources"] == ["residents"]
