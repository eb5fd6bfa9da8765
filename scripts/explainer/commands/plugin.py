"""MkDocs' way in: ``mkdocs build`` and ``mkdocs serve`` run the same pipeline as ``explainer
build``.

``mkdocs build`` writes beside ``site/`` and puts the result in its place at the end, so that a
build that fails or is killed leaves the last good site; problems are raised as PluginError.
``mkdocs serve`` would leave the browser waiting after an error, so there the problems are shown as
a page until the next good save.
"""

from __future__ import annotations

import logging
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

from explainer.commands.build import Checked, build_site, summary
from explainer.commands.stage import StageError, locked, not_replaced, recover, stage_beside, swap
from explainer.rules.built import audit
from explainer.site.pages import problem_page
from explainer.topic.problems import as_text

log = logging.getLogger("mkdocs.hooks.explainer")
_serving = False
_target: Path | None = None
_shown: Checked | None = None  # the problems that a preview shows
_open = ExitStack()  # holds the lock from the first file to the last


def on_startup(command: str, **_: Any) -> None:
    global _serving
    _serving = command == "serve"


def on_config(config: Any) -> Any:
    """Let ``mkdocs build`` write beside the site. A preview has a folder of its own, and needs
    MkDocs' inline script.
    """
    global _target
    if _serving:
        config.extra["preview"] = True
    else:
        _target = Path(config.site_dir)
        config.site_dir = str(stage_beside(_target))
    return config


def on_pre_build(config: Any) -> None:
    global _shown
    root = Path(config.config_file_path).resolve().parent
    _open.close()
    try:
        _open.enter_context(locked(root / "build"))
        if _target:
            recover(_target)
        checked, changed = build_site(root, config.site_name, config.site_url or "")
    except StageError as error:
        _open.close()
        raise PluginError(str(error)) from error
    _shown = checked if checked.problems else None
    if not checked.problems:
        log.info("%s; %d files changed", summary(checked), len(changed))
        return
    message = (
        f"\n{as_text(checked.problems)}\n{summary(checked)}\nNothing was written; the last good"
        " site is still there."
    )
    if not _serving:
        _open.close()
        raise PluginError(message)
    log.error(message)


def on_files(files: Any, config: Any) -> Any:
    """Leave out the theme's own styles and scripts (2.5 MB of Material's) where a base.html of ours
    takes the place of its pages.
    """
    own = config.theme.custom_dir
    if own and (Path(own) / "base.html").is_file():
        for file in [
            f
            for f in files
            if f.src_dir and Path(f.src_dir) not in (Path(own), Path(config.docs_dir))
        ]:
            files.remove(file)
    return files


def on_post_build(config: Any) -> None:
    """Look at every built page once more, then put the site in its place."""
    try:
        site = Path(config.site_dir)
        if not _serving and (faults := audit(site)):
            raise PluginError(
                "\nthe built pages hold what may not be published:\n" + "\n".join(faults)
            )
        if _target and not (config.strict and _warned()):
            swap(site, _target)
    except OSError as error:
        raise PluginError(not_replaced(_target or site, error)) from error
    finally:
        _open.close()


def on_build_error(error: Exception, **_: Any) -> None:
    """A full disk or the like, in plain words: MkDocs itself would show where in its code it
    happened.
    """
    _open.close()
    if _target and isinstance(error, OSError):
        raise PluginError(not_replaced(_target, error)) from error


def on_serve(server: Any, config: Any, **_: Any) -> Any:
    """Staged pages are written by the build itself, so watching them would rebuild twice. While
    there are problems, every page shows them.
    """
    server.unwatch(config.docs_dir)
    serve = server.get_app()

    def app(environ: Any, start_response: Any) -> Any:
        path = environ["PATH_INFO"]
        if _shown is None or "." in path.rpartition("/")[2] or path.startswith("/livereload/"):
            return serve(environ, start_response)
        page = server._inject_js_into_html(
            problem_page(_shown.problems, summary(_shown)).encode(), server._visible_epoch
        )
        start_response(
            "200 OK",
            [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(page)))],
        )
        return [page]

    server.set_app(app)
    return server


def _warned() -> bool:
    """Whether MkDocs counted a warning, for which --strict will fail the build after this."""
    return any(
        h.get_counts() for h in logging.getLogger("mkdocs").handlers if hasattr(h, "get_counts")
    )
