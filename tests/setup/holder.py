"""A process that holds the servers of a state until its standard input ends: `python -m tests.setup.holder FOLDER`."""

import sys
from pathlib import Path

from idlib.embedded.state import State
from tests.servers import hold

with hold(State(Path(sys.argv[1]))):
    print("holds", flush=True)
    sys.stdin.read()
