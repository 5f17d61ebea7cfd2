"""The cascade as a graph: the red thread (*den røde tråd*), rules and findings, coverage, layout."""
