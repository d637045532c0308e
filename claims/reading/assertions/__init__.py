"""What a statement asserts: topics, events, targets (`topics`), stance (`stance`) and blame (`accused`), all read off its matters (`sense`)."""
