"""Questions: kept in private, put to the other when one chooses, answered when they are ready."""
