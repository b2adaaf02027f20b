"""What a city writes: read exactly, judged, and held as one catalog of records."""
