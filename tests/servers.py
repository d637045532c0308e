"""Holds embedded servers for a test, on the PostgreSQL that the session is to run on."""

import os
from pathlib import Path

from idlib.embedded.launcher import Hold, attach
from idlib.embedded.state import State

POSTGRES_BIN = Path(os.environ["TEST_POSTGRES_BIN"]) if "TEST_POSTGRES_BIN" in os.environ else None


def hold(state: State, *, ephemeral: bool = False) -> Hold:
    return attach(state, ephemeral=ephemeral, postgres_bin=POSTGRES_BIN)
