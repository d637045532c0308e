"""Documents: from the bytes of a page, a mail, a file or an archive to the texts of articles. Plain Python."""
