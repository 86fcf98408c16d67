"""Folders that a library had better not be in: synced ones, and those of other machines."""

from __future__ import annotations

from pathlib import Path

# A sync program copies the file and its journal at different moments, so that the copy on the
# other side is neither the old library nor the new one.
_SYNCED = {
    "dropbox": "Dropbox", "onedrive": "OneDrive", "google drive": "Google Drive",
    "googledrive": "Google Drive", "my drive": "Google Drive", "mobile documents": "iCloud Drive",
    "cloudstorage": "a cloud folder", "nextcloud": "Nextcloud", "owncloud": "ownCloud",
    "pcloud": "pCloud", "box sync": "Box", "megasync": "MEGA", "syncthing": "Syncthing",
}  # fmt: skip
_SYNC_MARKS = {".stfolder": "Syncthing", ".dropbox": "Dropbox", ".sync": "Resilio Sync"}

# SQLite's write-ahead log needs memory shared between processes, which no network file system has
# (https://www.sqlite.org/wal.html, section 1).
_NETWORK = ("nfs", "cifs", "smb", "fuse.sshfs", "fuse.rclone", "afs", "ncpfs", "davfs", "9p")
_MOUNTS = Path("/proc/self/mounts")


def doubt(path: Path, mounts: Path = _MOUNTS) -> str | None:
    """Return one line on why a library at `path` is at risk there, None if it is not.

    `mounts` is the system's list of mounted file systems; where there is none, nothing is said
    about the network but for Windows' own addresses.
    """
    folder = path.absolute().parent
    if name := _synced(folder):
        return (
            f"{folder}: synced by {name}, which can damage a library that is in use; keep it in"
            " another folder, and a copy there with “dateline backup”"
        )
    if kind := _network(folder, mounts):
        return (
            f"{folder}: on another machine ({kind}), where two programs can damage a library; keep"
            " it on this one, and a copy there with “dateline backup”"
        )
    return None


def _synced(folder: Path) -> str | None:
    for part in (folder, *folder.parents):
        name = part.name.casefold()
        for known, program in _SYNCED.items():
            if name == known or name.startswith((f"{known} ", f"{known}-")):
                return program
        for mark, program in _SYNC_MARKS.items():
            if (part / mark).is_dir():
                return program
    return None


def _network(folder: Path, mounts: Path) -> str | None:
    if str(folder).startswith(("\\\\", "//")):
        return "a network address"
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    fields = (line.split() for line in lines)
    found = {Path(f[1].replace("\\040", " ")): f[2] for f in fields if len(f) > 2}
    kind = next((found[part] for part in (folder, *folder.parents) if part in found), "")
    return kind if kind.startswith(_NETWORK) else None
