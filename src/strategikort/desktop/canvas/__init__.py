"""The drawing of a strategy map: bands, cards and arrows that follow the document, and the gestures that edit it."""
