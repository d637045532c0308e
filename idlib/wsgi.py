"""The WSGI callable that gunicorn serves."""

from django.core.wsgi import get_wsgi_application

from idlib import env

env.use_settings()

application = get_wsgi_application()
