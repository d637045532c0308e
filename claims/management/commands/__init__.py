"""One command a module, each a thin edge over services and the read model."""
