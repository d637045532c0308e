"""What leaves the tracker: each public record as a plain dict, the same in API, exports, dumps and webhooks."""
