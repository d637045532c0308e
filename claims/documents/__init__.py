"""Documents: from the bytes of a page, a mail, a file or an archive to the texts of articles. Plain Python."""

from claims.documents.addresses import canonical_address
from claims.documents.intake import read_bytes, read_path
from claims.documents.records import Document, DocumentError

__all__ = ["Document", "DocumentError", "canonical_address", "read_bytes", "read_path"]
