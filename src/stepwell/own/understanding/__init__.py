"""What goes along with better and harder days."""
