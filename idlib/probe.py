"""Asks the web server on this machine whether it can serve: `python -m idlib.probe` ends with 0 if it can."""

import http.client
import sys

from idlib import env


def main() -> int:
    host, _, port = env.text("BIND", "127.0.0.1:8000").rpartition(":")
    client = http.client.HTTPConnection("127.0.0.1" if host == "0.0.0.0" else host, int(port), timeout=5)
    named = env.words("ALLOWED_HOSTS", default=["localhost"])[0].lstrip(".")
    client.request("GET", "/readyz", headers={"Host": "localhost" if named == "*" else named})
    return 0 if client.getresponse().status == 200 else 1


if __name__ == "__main__":
    sys.exit(main())
