"""The values of the field and what can be done to them: pure Python, no library beyond the standard one."""
