"""The map and what lies around it; what is done to maps and to the cards on them."""
