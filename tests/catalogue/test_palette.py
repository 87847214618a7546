"""Highlighted code is legible in both themes."""

import re
from pathlib import Path

import pytest

from troubleshooter.catalogue.palette import Dark, Light, stylesheet

CSS = (Path(__file__).parents[2] / "troubleshooter/portal/static/portal/site.css").read_text()
LIGHT_PART, _, DARK_PART = CSS.partition("@media (prefers-color-scheme: dark)")
GROUND = re.compile(r"--(?:paper|ground|fixed-ground|broken-ground): (#[0-9a-f]{6})")
GROUNDS = {False: ["#fbfaf7", *GROUND.findall(LIGHT_PART)], True: ["#16181d", *GROUND.findall(DARK_PART)]}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_contrast_is_measured_as_wcag_does():
    assert contrast("#000000", "#ffffff") == 21
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("dark", [False, True])
def test_every_colour_has_the_contrast_of_aa(dark):
    colours = set(re.findall(r"color: (#[0-9a-f]{6})", stylesheet(dark)))
    assert len(colours) >= 5
    assert len(GROUNDS[dark]) == 5
    assert [(colour, ground) for colour in colours for ground in GROUNDS[dark] if contrast(colour, ground) < 4.5] == []


def test_both_themes_colour_the_same_tokens():
    assert Light.styles.keys() == Dark.styles.keys()
    assert re.findall(r"\.highlight \.\w+", stylesheet(False)) == re.findall(r"\.highlight \.\w+", stylesheet(True))
