"""Calendar files: read with the line of whatever does not fit, and written so that calendars take them."""
