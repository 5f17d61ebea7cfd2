"""Everything by keys: the palette, the sheet of keys, walks along links."""
