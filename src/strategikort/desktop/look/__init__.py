"""What everything in the window shares: colours, letters, signs, words, small dialogs, and what is remembered."""
