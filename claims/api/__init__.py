"""The REST API, version 1: the read model for machines."""
