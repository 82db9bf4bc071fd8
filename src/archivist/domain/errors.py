"""Exceptions that carry the sentence their user reads; anything else that is raised is a bug."""


class ArchivistError(Exception):
    """A fault of the world, not of the program: what happened, to which thing, what can be done."""

    @property
    def sentence(self) -> str:
        """The sentence the window shows and the command line prints."""
        return str(self)


class ArchiveRefusedError(ArchivistError):
    """The file is no archive, is damaged, is newer than this program, or is not to be trusted."""


class ArchiveLockedError(ArchivistError):
    """Somebody else is writing to the archive; it can be opened read-only."""


class ReadOnlyError(ArchivistError):
    """The archive was opened read-only and cannot be changed."""


class StorageError(ArchivistError):
    """The disk is full, the folder read-only, or the drive gone; nothing half-written remains."""


class NotFoundError(ArchivistError):
    """What was asked for is not in the archive."""


class InvalidValueError(ArchivistError):
    """A value that a person gave cannot be kept as it is (an impossible date, an empty name)."""


class UnreadableFileError(ArchivistError):
    """A file cannot be read as a document."""


class PasswordNeededError(UnreadableFileError):
    """A file is encrypted, and no password or a wrong one was given."""


class CancelledError(ArchivistError):
    """The user cancelled the task."""
