"""What two agreed, as a chain that only grows: signed, and verifiable without this program."""
