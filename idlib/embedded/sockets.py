"""Tells whether anyone listens on a Unix socket."""

import socket
from pathlib import Path


def answers(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(1)
        try:
            client.connect(str(path))
        except OSError:
            return False
    return True
