"""Moved to catalogue/marking.py, which every door uses."""

from troubleshooter.catalogue.marking import *  # noqa: F403
