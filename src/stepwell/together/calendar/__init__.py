"""Plans disclosed, rituals, sessions; to and from ordinary calendars."""
