"""What a hand does on the map: each gesture is an object with a life of its own, from the press to the release."""
