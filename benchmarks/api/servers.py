"""Starts one server at a time and asks it, by wrk."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen  # noqa: TID251 - asks this machine's own servers

from idlib import env

PORT = 8799
SITE = f"http://127.0.0.1:{PORT}"
_LUA = """
local paths = {}
for line in io.lines("%(paths)s") do paths[#paths + 1] = line end
local at = 0
request = function()
  at = at %% #paths + 1
  return wrk.format("GET", paths[at], {%(headers)s})
end
done = function(summary, latency)
  io.write(string.format("RESULT %%f %%f %%f %%d\\n", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, summary.errors.status))
end
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """Requests a second, median and 99th percentile in milliseconds."""

    rate: float
    median: float
    p99: float


@contextmanager
def served(*command: str) -> Iterator[subprocess.Popen[bytes]]:
    """A server on PORT while the block runs."""
    limits = dict.fromkeys(("API_RATE", "API_RATE_TOKEN", "API_RATE_WRITING"), "1000000000")
    environment = {**env.for_services(), **limits, "BIND": f"127.0.0.1:{PORT}", "LOG_LEVEL": "ERROR"}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


def gunicorn(application: str) -> list[str]:
    return [sys.executable, "-m", "gunicorn", "--config", "python:idlib.web_server", application]


def fetch(path: str) -> bytes:
    """What the server answers, once it does."""
    for _ in range(150):
        try:
            with urlopen(SITE + path) as answer:
                return bytes(answer.read())
        except HTTPError as fault:
            raise RuntimeError(f"{path}: {fault.code} {fault.read()[:500]!r}") from fault
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(path)


def wrk(paths: list[str], seconds: int, *, headers: str = "", connections: int = 8) -> Measured:
    """Asks for the paths in turn, after two seconds to warm up. `headers`: as Lua's table has them."""
    with tempfile.TemporaryDirectory() as folder:
        listed, script = Path(folder) / "paths", Path(folder) / "script.lua"
        listed.write_text("\n".join(paths) + "\n")
        script.write_text(_LUA % {"paths": listed, "headers": headers})
        asked = ["wrk", "-t1", f"-c{connections}", "--latency", "--timeout", "60s", "-s", str(script), SITE]
        subprocess.run([*asked, "-d2s"], capture_output=True, check=True)
        ran = subprocess.run([*asked, f"-d{seconds}s"], capture_output=True, text=True, check=True)
    found = re.search(r"RESULT (\S+) (\S+) (\S+) (\d+)", ran.stdout)
    assert found is not None, ran.stdout + ran.stderr
    assert found[4] == "0", f"{found[4]} answers were errors"
    return Measured(float(found[1]), float(found[2]), float(found[3]))
