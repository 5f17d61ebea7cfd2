"""An agreement of the document made ready for the paper."""
