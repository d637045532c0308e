"""How gunicorn serves the site: `gunicorn --config python:idlib.web_server idlib.wsgi`."""

import os

from idlib import env

bind = env.text("BIND", "127.0.0.1:8000")
worker_class = "gthread"
workers = env.number("WEB_CONCURRENCY", os.cpu_count() or 1)
threads = 4
# One pool of connections for each process, opened after the fork: as many connections as threads that can ask for one.
preload_app = False
raw_env = [f"DATABASE_POOL={threads}"]
timeout = 60
graceful_timeout = 5
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
control_socket_disable = True
