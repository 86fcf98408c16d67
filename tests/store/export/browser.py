"""A headless Chromium for tests, driven through its DevTools pipe; no driver is needed."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


class Browser:
    """One page of a running browser."""

    def __init__(self, ask: int, answer: int) -> None:
        self._ask = ask
        self._answer = os.fdopen(answer, "rb", buffering=0)
        self._number = 0
        self._rest = b""
        target = self.do("Target.createTarget", url="about:blank", session="")["targetId"]
        attached = self.do("Target.attachToTarget", targetId=target, flatten=True, session="")
        self._session = attached["sessionId"]
        self.do("Page.enable")

    def do(self, method: str, *, session: str | None = None, **parameters: Any) -> dict[str, Any]:
        """Send one command and return what it answers."""
        self._number += 1
        command = {"id": self._number, "method": method, "params": parameters}
        if session is None:
            command["sessionId"] = self._session
        os.write(self._ask, json.dumps(command).encode() + b"\0")
        while True:
            message = self._message()
            if message.get("id") == self._number:
                assert "error" not in message, message
                result: dict[str, Any] = message["result"]
                return result

    def show(self, page: Path, width: int, height: int) -> None:
        """Load a page in a window of so many CSS pixels and wait until it is there."""
        self.do(
            "Emulation.setDeviceMetricsOverride", width=width, height=height,
            deviceScaleFactor=1, mobile=width < 600,
        )  # fmt: skip
        self.do("Page.navigate", url=page.as_uri())
        while self._message().get("method") != "Page.loadEventFired":
            pass

    def ask(self, expression: str) -> Any:
        """Return the value of a JavaScript expression on the page."""
        answer = self.do("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def printed(self) -> bytes:
        """Return the page as it is printed on A4, a PDF."""
        printed = self.do("Page.printToPDF", paperWidth=8.27, paperHeight=11.69)  # inches
        return base64.b64decode(printed["data"])

    def _message(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            more = self._answer.read(1 << 16)
            assert more, "the browser has gone"
            self._rest += more
        message, _, self._rest = self._rest.partition(b"\0")
        found: dict[str, Any] = json.loads(message)
        return found

    def close(self) -> None:
        """Ask the browser to end."""
        with suppress(OSError, AssertionError):
            self.do("Browser.close", session="")
        os.close(self._ask)
        self._answer.close()


@contextmanager
def chromium(home: Path) -> Iterator[Browser]:
    """Run a browser with a profile of its own; the test is skipped where there is none."""
    program = next((path for name in NAMES if (path := shutil.which(name))), None)
    if program is None:
        pytest.skip("no Chromium here (Debian and Ubuntu: apt install chromium)")
    there, ask = os.pipe()
    answer, back = os.pipe()
    # Chromium reads commands from descriptor 3 and answers on 4; the shell puts the pipes there.
    command = (
        f'exec "$0" --headless --no-sandbox --disable-gpu --no-first-run --hide-scrollbars'
        f' --user-data-dir="$1" --remote-debugging-pipe 3<&{there} 4>&{back}'
    )
    process = subprocess.Popen(
        ["bash", "-c", command, program, str(home)],
        pass_fds=(there, back), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(there)
    os.close(back)
    try:
        browser = Browser(ask, answer)
        yield browser
        browser.close()
        process.wait(20)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
