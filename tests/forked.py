"""MkDocs as a program, in a fork of one that has built a site already: a process of its own as any
other, without the second that starting one takes and the half that a first build does.

That the program itself starts and works is tried in test_reproducible, test_serve and
test_one_build.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import sys
import traceback
from collections.abc import Callable
from fcntl import LOCK_EX, flock
from functools import cache, lru_cache
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple


class Done(NamedTuple):
    """How a program ended, as of subprocess.run."""

    returncode: int
    stdout: str
    stderr: str


def build(root: Path, *options: str, strict: bool = True, **environment: str | None) -> Done:
    """``mkdocs build`` in the folder of a site; what is None is taken out of the environment."""
    more = {"NO_MKDOCS_2_WARNING": "1", **environment}
    kept = {name: value for name, value in (os.environ | more).items() if value is not None}
    command = ["build", *(["--strict"] if strict else []), *options]
    with TemporaryDirectory() as folder:
        files = [Path(folder, name) for name in ("out", "err")]
        job = {
            "command": command,
            "root": str(root),
            "environment": kept,
            "files": [*map(str, files)],
        }
        forker = _forker()
        with open(root / "mkdocs.yml", "rb") as one_at_a_time:  # where two processes run tests
            flock(one_at_a_time, LOCK_EX)
            forker.stdin.write(json.dumps(job) + "\n")
            forker.stdin.flush()
            status = int(forker.stdout.readline())
        return Done(status, *(file.read_text("utf-8", "replace") for file in files))


@cache
def _forker() -> Popen[str]:
    """The process that forks, which lives as long as this one."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, __file__]
    forker = Popen(command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, text=True, env=environment)

    def end() -> None:
        forker.stdin.close()
        forker.wait()

    atexit.register(end)
    assert forker.stdout.readline() == "ready\n"
    return forker


def keep_rules(put: Callable[[Any, str, Any], None] = setattr) -> None:
    """Have the builds of this process and its forks take apart each rule of a stylesheet once."""
    import tinycss2

    for name in ("parse_component_value_list", "parse_blocks_contents"):  # of a text, to be read
        put(tinycss2, name, lru_cache(None)(getattr(tinycss2, name)))


def ready_to_fork() -> None:
    """Have no fork look for cycles, which takes longer than the memory of its short life is worth,
    and copies what it shares."""
    gc.collect()
    gc.freeze()
    gc.disable()


def _fork() -> None:
    """Build a site, then each that is asked for in a fork."""
    import mkdocs.__main__
    from explainer.commands.new import new
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    keep_rules()
    with TemporaryDirectory() as folder:
        new(Path(folder, "site"))
        build(load_config(str(Path(folder, "site/mkdocs.yml"))))
    ready_to_fork()
    print("ready", flush=True)
    for line in sys.stdin:
        job = json.loads(line)
        child = os.fork()
        if not child:
            _become(mkdocs.__main__.cli, **job)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def _become(
    program: Any, command: list[str], root: str, environment: dict[str, str], files: list[str]
) -> None:
    """Run a program with its output in two files, and end this process."""
    status = 1
    try:
        for number, file in enumerate(files, 1):
            os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT), number)
        os.environ.clear()
        os.environ.update(environment)
        os.chdir(root)
        program(command)
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush(), sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    _fork()
