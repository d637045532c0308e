"""When: date expressions to intervals (`expressions`, `intervals`), and the clocks of each claim (`clocks`)."""
