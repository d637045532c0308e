"""What a statement asserts: topics, events, targets, stance and blame, all read off its matters (`sense`)."""
