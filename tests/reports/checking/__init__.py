"""What can be wrong with a paper and is seen by a machine: PDF/UA-1 and PDF/A-3a, as far as our own papers use them."""
