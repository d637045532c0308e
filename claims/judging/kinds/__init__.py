"""The kinds of relation between two claims, one file each; a new kind is a file, its name here and its cases."""

from claims.judging.kind import Kind
from claims.judging.kinds import blame, corroboration, denial, figure, repetition, status, terms, timing

KINDS: tuple[Kind, ...] = (
    denial.KIND,
    status.KIND,
    figure.KIND,
    blame.KIND,
    timing.KIND,
    terms.KIND,
    corroboration.KIND,
    repetition.KIND,
)
