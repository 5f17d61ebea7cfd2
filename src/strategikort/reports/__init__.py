"""The paper: agreements as tagged PDF, from plain data to bytes, and pages of a PDF as pictures."""
