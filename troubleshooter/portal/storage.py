"""Static files that work before `collectstatic` and are cached for good after it."""

from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]


class HashedWhenCollected(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Gives the hashed name of a collected file, and the plain name of any other."""

    def stored_name(self, name: str) -> str:
        return str(self.hashed_files.get(self.hash_key(name), name))
