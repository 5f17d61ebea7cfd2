"""The invented municipality of Øresø: its words are data, here they become records."""
