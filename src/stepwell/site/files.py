"""The files that every page takes along: compressed, under names that change with their content."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class Static(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # it has no types
    support_js_module_import_aggregation = True  # also where one script imports another
