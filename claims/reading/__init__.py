"""Reading: from an article's text to attributed statements with sources, clocks and what they assert. Plain Python."""
