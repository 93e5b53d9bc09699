"""Live pages: who has one open hears at once that something moved, and asks for it as for any page."""
