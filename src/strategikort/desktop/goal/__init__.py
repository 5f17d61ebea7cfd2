"""One goal from all sides: its panel, its red thread, its figures, and its menu."""
