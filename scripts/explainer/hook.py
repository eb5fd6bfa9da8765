"""MkDocs' way in: ``mkdocs build`` and ``mkdocs serve`` run the same pipeline as ``explainer build``.

``mkdocs build`` writes beside ``site/`` and puts the result in its place at the end, so that a build that fails or is
killed leaves the last good site. Problems are raised as PluginError: ``serve`` prints it and goes on at the next save.
"""

from __future__ import annotations

import logging
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

from explainer.audit import audit
from explainer.build import build_site, summary
from explainer.problems import as_text
from explainer.stage import StageError, locked, recover, stage_beside, swap

log = logging.getLogger("mkdocs.hooks.explainer")
_state: dict[str, Any] = {"command": "build", "target": None, "open": ExitStack()}


def on_startup(command: str, **_: Any) -> None:
    _state["command"] = command


def on_config(config: Any) -> Any:
    """Let ``mkdocs build`` write beside the site; ``serve`` has a temporary folder of its own."""
    if _state["command"] == "build":
        _state["target"] = target = Path(config.site_dir)
        recover(target)
        config.site_dir = str(stage_beside(target))
    return config


def on_pre_build(config: Any) -> None:
    root = Path(config.config_file_path).resolve().parent
    _state["open"].close()
    try:
        _state["open"].enter_context(locked(root / "build"))
        checked, changed = build_site(root, config.site_name, config.site_url or "")
    except StageError as error:
        _state["open"].close()
        raise PluginError(str(error)) from error
    if checked.problems:
        _state["open"].close()
        raise PluginError(f"\n{as_text(checked.problems)}\n{summary(checked)}\nNothing was written; the last good site is still there.")
    log.info("%s; %d files changed", summary(checked), len(changed))


def on_post_build(config: Any) -> None:
    """Look at every built page once more, then put the site in its place."""
    try:
        site = Path(config.site_dir)
        if faults := audit(site):
            raise PluginError("\nthe built pages hold what may not be published:\n" + "\n".join(faults))
        if _state["target"] and not (config.strict and _warned()):
            swap(site, _state["target"])
    finally:
        _state["open"].close()


def on_build_error(**_: Any) -> None:
    _state["open"].close()


def on_serve(server: Any, config: Any, **_: Any) -> Any:
    """The staged pages are written by the build itself; watching them would rebuild twice."""
    server.unwatch(config.docs_dir)
    return server


def _warned() -> bool:
    """Whether MkDocs counted a warning, for which --strict will fail the build after this."""
    return any(h.get_counts() for h in logging.getLogger("mkdocs").handlers if hasattr(h, "get_counts"))
