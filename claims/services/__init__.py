"""Services: the only code that writes records, each module named for what it writes."""
