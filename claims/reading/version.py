"""The version of the reading rules: raised whenever a rule changes what is read, so that articles are read anew."""

READING_VERSION = 4
