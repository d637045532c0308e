# The image of web, worker, beat and migrate: what production installs and the code, run by an account without rights.

FROM python:3.11-slim-bookworm AS base
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1

FROM base AS packages
COPY requirements.txt /tmp/
RUN python -m venv /opt/venv \
    && pip install --no-cache-dir --only-binary :all: --require-hashes -r /tmp/requirements.txt

FROM base
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin tracker
COPY --from=packages /opt/venv /opt/venv
WORKDIR /srv/tracker
COPY manage.py ./
COPY idlib idlib
COPY claims claims
COPY templates templates
# The addresses are those of nobody: collecting static files asks neither server.
RUN SECRET_KEY=of-the-build-alone DATABASE_URL=postgresql://nobody/none REDIS_URL=redis://nobody \
    python manage.py collectstatic --no-input
ENV TRACKER_STATE=/tmp/state BIND=0.0.0.0:8000
USER tracker
EXPOSE 8000
CMD ["gunicorn", "--config", "python:idlib.web_server", "idlib.wsgi"]
