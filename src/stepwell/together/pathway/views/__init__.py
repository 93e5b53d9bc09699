"""The pages of the landings."""
