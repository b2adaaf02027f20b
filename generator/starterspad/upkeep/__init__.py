"""What keeps an instance in order: reviews, digests, schemas for editors."""
