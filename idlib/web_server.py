"""How gunicorn serves the site: `gunicorn --config python:idlib.web_server idlib.wsgi`."""

import gc
import os

from idlib import env

bind = env.text("BIND", "127.0.0.1:8000")
worker_class = "gthread"
workers = env.number("WEB_CONCURRENCY", os.cpu_count() or 1)
threads = 4
# The code is loaded once, then forked. Each process has its own pool of connections, one for each thread that can ask
# for one. The first query opens it, which comes after the fork: a pool opened before one can't grow after it.
preload_app = True
raw_env = [f"DATABASE_POOL={threads}"]
timeout = 60
graceful_timeout = 5
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
control_socket_disable = True


def when_ready(server: object = None) -> None:
    """Before the first fork: what is loaded by now is kept out of garbage collections. One that walks all of it takes a
    tenth of a second in the midst of a request, and writes to memory that the processes share.
    """
    gc.collect()
    gc.freeze()
