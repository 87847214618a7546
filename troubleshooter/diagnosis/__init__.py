"""Text in, diagnosis out: pure Python, no Django, no files, no state."""
