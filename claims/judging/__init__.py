"""Judging: which two claims may be compared, and what each kind of conflict says of them. Plain Python."""
