"""The sample's PDF report is what its words say, and nothing else."""

import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]


def test_the_words_of_the_report_give_the_report_of_the_sample_byte_for_byte(
    tmp_path: Path,
) -> None:
    target = tmp_path / "report.pdf"
    script = TOP / "packaging" / "sample_report.py"
    subprocess.run([sys.executable, str(script), str(target)], check=True)
    kept = TOP / "resources" / "sample" / "counting-the-dead.pdf"
    assert target.read_bytes() == kept.read_bytes()
