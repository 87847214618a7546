"""Moved to catalogue/fixes.py, which every door uses."""

from troubleshooter.catalogue.fixes import *  # noqa: F403
