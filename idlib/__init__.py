"""The Django project: configuration, and the servers it brings along. What it is about lives in `claims`."""
