"""What each record looks like to a machine, for the schema: every field says what it holds."""
