"""The archive: one SQLite file, written only through store.step()."""
