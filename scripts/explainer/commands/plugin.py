"""MkDocs' way in: ``mkdocs build`` and ``mkdocs serve`` run the same pipeline as ``explainer
build``.

``mkdocs build`` writes beside ``site/`` and puts the result in its place at the end, so that a
build that fails or is killed leaves the last good site; problems are raised as PluginError.
``mkdocs serve`` would leave the browser waiting after an error, so there the problems are shown as
a page until the next good save."""
# mypy: untyped-calls-exclude=mkdocs

from __future__ import annotations

import errno
import logging
import os
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import ExitStack, suppress
from logging.handlers import BufferingHandler
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import Environment
from mkdocs.config.base import LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from ..rules.built import Audit
from ..rules.published import published
from ..rules.written_at import told
from ..site.pages import problem_page
from ..topic.mkdocs_yml import NAME
from ..topic.problems import Problem, as_github, as_text
from ..topic.words import Words, languages, words_of
from . import theme
from .build import Checked, build_site, check_settings, deployment, summary
from .kept import Compiled, Rendered
from .stage import StageError, beside, locked, not_replaced, prepare, swap

if TYPE_CHECKING:  # of which a build has no need
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.explainer")


_TEMPLATES = Path(__file__).parents[1] / "site" / "templates"


_MOST = 50  # lines on what is wrong in the built pages


_SETTINGS = "seeds/settings.yml"  # for a fault of all pages together there is no better place
_BUILT = "this shows only in the built pages; the file that it is from is named by what it says"


_PAUSE = 0.1  # seconds between two looks of a preview at the files


Seen = dict[str, tuple[int, int]]


def _tell_github(problems: list[Problem], others: list[str], checked: Checked) -> None:
    """Notes on what is wrong in the built pages, and the same in the summary of the job."""
    from .to_fix import problems_page  # which a build has no need of

    where = checked.site.topic.settings_where
    lines = [where.line("most_words") if "most_words" in one else 1 for one in others]
    pairs = zip(lines, others, strict=True)
    problems = problems + [Problem(_SETTINGS, at, one, _BUILT, "built") for at, one in pairs]
    print(as_github(problems))
    if summary_file := os.environ.get("GITHUB_STEP_SUMMARY"):
        with open(summary_file, "a", encoding="utf-8") as file:
            file.write(f"{problems_page(problems, deployment(checked.mkdocs))}\n")


class ExplainerPlugin(BasePlugin[LegacyConfig]):
    """``plugins: [explainer]`` in mkdocs.yml. MkDocs keeps one for all builds of a preview."""

    compiled = Compiled()  # of all builds of a process

    def __init__(self) -> None:
        self.root = Path()
        self.preview = False
        self.checked: Checked | None = None  # what the pages are made from
        self.target: Path | None = None  # where a build's site goes; a preview has none
        self.shown: tuple[list[Problem], str] | None = None  # on every page of a preview
        self.seen: Seen | None = None  # the files that a preview shows
        self.again = False  # whether it is to be built once more, changed or not
        self.rendered = Rendered()  # of a preview's builds so far
        self.made_with: tuple[Any, ...] = ()  # the files besides pages that their HTML depends on
        self.open = ExitStack()  # holds the lock from the first file to the last

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[list[tuple[str, Exception]], list[tuple[str, str]]]:
        """Refuse bad settings as early as a plugin can: MkDocs has read the file and imported
        Markdown's extensions by now, but no hooks."""
        file = Path(config_file_path or "")
        if file.name == NAME and (problems := check_settings(file.parent)):
            raise PluginError(f"\n{as_text(problems)}\nNothing was written.")
        return super().load_config(options, config_file_path)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Let ``mkdocs build`` write beside the site. A preview has a folder of its own, and needs
        MkDocs' inline script."""
        file = Path(config.config_file_path or "")
        if file.name != NAME:
            raise PluginError(f"the settings of a site are in {NAME}, not in {file.name or 'this'}")
        self.root = file.parent
        theme.set_up(config)
        if not self.preview:
            self.target = Path(config.site_dir)
            config.site_dir = str(beside(self.target))
            return config
        config.extra["preview"] = True
        if self.seen is None:
            _free(*config.dev_addr)
            self.seen = self._look()
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        if self.preview:
            self.made_with = (*self._look("overrides", NAME).items(),)
        self.open.enter_context(locked(self.root / "build"))
        checked, changed = build_site(self.root, (config.site_url or "") if self.preview else None)
        counted, self.checked = summary(checked), checked
        if not checked.problems:
            if self.target:
                prepare(self.target)
            for note in checked.notes:
                log.info("note: %s", note)
            log.info("%s; %d files changed", counted, len(changed))
            return
        message = (
            f"\n{as_text(checked.problems)}\n{counted}\nNothing was written; the last good site is"
            " still there."
        )
        if not self.preview:
            raise PluginError(message)
        self.shown = checked.problems, counted
        log.error(message)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        theme.version(config, sorted(Path(config.docs_dir).rglob("*.md")))
        return theme.only_used(files, config)

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        if self.preview:
            self.rendered.keep(page, self.made_with)
        return page

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the look the labels of the pages' language."""
        env.globals["words"] = self._words()
        env.bytecode_cache = self.compiled
        return env

    def _words(self) -> Words:
        tag = self.checked.site.topic.written_in if self.checked else "en"
        known = tag.split("-")[0].lower() in languages()
        return words_of(tag if known else "en")

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """What is edited is in content/: MkDocs would lead to what was staged."""
        page.edit_url = page.meta.get("edit_url") or None
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        return theme.mended(output)

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        return theme.mended(output) if template_name.endswith(".html") else output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Look at every built page once more, then put the site in its place."""
        site = Path(config.site_dir)
        made = theme.write_made(config, site, self._words())
        if self.target and self.checked:
            audit = Audit(site)
            said = self._published(self.checked, site, config, made, audit)
            if faults := audit.faults() or said:
                problems, others = told(faults)
                if os.environ.get("GITHUB_ACTIONS"):  # where editors see notes, and no log
                    _tell_github(problems, others, self.checked)
                lines = [*map(as_text, ([one] for one in problems)), *others]
                more = [f"and {len(lines) - _MOST} more"] * (len(lines) > _MOST)
                raise PluginError(
                    "\nthe built pages hold what may not be published:\n"
                    + "\n".join(lines[:_MOST] + more)
                )
            if not (config.strict and _warned()):
                swap(site, self.target)
                config.site_dir = str(self.target)
        self.open.close()

    def _published(
        self,
        checked: Checked,
        site: Path,
        config: MkDocsConfig,
        made: dict[str, bytes],
        audit: Audit,
    ) -> list[str]:
        """What is said of a built site, if it is as safe as it must be."""
        folders, language = [Path(folder) for folder in config.theme.dirs], config.theme["language"]
        look = theme.look(folders, str(language), made)
        staged = Path(config.docs_dir)
        return published(checked.site, checked.mkdocs, site, staged, look, audit)

    def on_build_error(self, *, error: Exception) -> None:
        """A full disk or the like, in plain words: MkDocs itself would show where in its code it
        happened."""
        self.open.close()
        if isinstance(error, StageError):
            raise PluginError(str(error)) from error
        if self.target and isinstance(error, OSError):
            raise PluginError(not_replaced(self.target, error)) from error

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Staged pages are written by the build itself, so watching them would rebuild twice; and
        MkDocs would see nothing more of a folder, or of its settings, once they were away for a
        moment. While there are problems, every page shows them."""
        server.unwatch(config.docs_dir)
        server.unwatch(str(self.root / NAME))
        server.watch(str(self.root), recursive=False)
        threading.Thread(target=self._watch, args=[server], daemon=True).start()
        server.builder = lambda: self._rebuild(builder)
        serve = server.serve_request

        def app(environ: Any, start_response: Any) -> Iterable[bytes]:
            path = environ["PATH_INFO"]
            if "." in path.rpartition("/")[2] or path.startswith("/livereload/"):
                return serve(environ, start_response)
            with server._epoch_cond:  # what the build at work will say
                server._epoch_cond.wait_for(lambda: server._visible_epoch == server._wanted_epoch)
                shown, epoch = self.shown, server._visible_epoch
            if not shown:
                return serve(environ, start_response)
            page: bytes = server._inject_js_into_html(problem_page(*shown).encode(), epoch)
            headers = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(page))}
            start_response("200 OK", list(headers.items()))
            return [page]

        server.set_app(app)
        return server

    def _rebuild(self, builder: Callable[[], Any]) -> None:
        """Build again, and show why it failed if it did: MkDocs would keep the browser waiting.
        Bad settings are not given to MkDocs, which would run what they name."""
        if problems := check_settings(self.root):
            self.shown = problems, ""
            log.error("%s", as_text(problems))
            return
        self.shown, said = None, BufferingHandler(1000)
        said.setLevel(logging.ERROR)
        logging.getLogger("mkdocs").addHandler(said)
        try:
            builder()
        except (Exception, SystemExit) as error:
            # What MkDocs logs says more than what it raises then.
            message = "; ".join(record.getMessage() for record in said.buffer) or str(error)
            help = f"fix {NAME}, or the file that is named, and save it"
            self.shown = self.shown or ([Problem(NAME, 0, message, help)], "")
            log.error("%s", as_text(self.shown[0]))
            # What is away now may be back before _watch has seen that: once more, whatever it sees.
            self.again = self._look() != self.seen
        finally:
            logging.getLogger("mkdocs").removeHandler(said)

    def _watch(self, server: LiveReloadServer) -> None:
        """Ask for a new build whenever a file changed, or a folder came or went; but not while
        files are being written."""
        before = self._look()
        while True:
            now = self._look()
            if before == now and (self.again or now != self.seen):
                self.seen, self.again = now, False
                with server._rebuild_cond:
                    server._want_rebuild = True
                    server._rebuild_cond.notify_all()
            before = now
            time.sleep(_PAUSE)

    def _look(self, *below: str) -> Seen:
        """The time stamp and size of each file that pages are made of, or of those ``below``."""
        found = {}
        tops = [self.root / name for name in below or ("content", "seeds", "overrides")]
        for top in tops if below else (*tops, _TEMPLATES):
            inside = (os.path.join(at, name) for at, _, names in os.walk(top) for name in names)
            for path in (*inside, *([str(top)] if top.is_file() else [])):
                with suppress(OSError):  # it just went
                    status = os.lstat(path)
                    found[path] = (status.st_mtime_ns, status.st_size)
        return found


def _free(host: str, port: int) -> None:
    """Leave with one line if the preview's address is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except (OSError, OverflowError) as error:
        taken = getattr(error, "errno", 0) == errno.EADDRINUSE
        said = f"taken; make serve PORT={port + 1}" if taken else f"of no use at {host}: {error}"
        print(f"port {port} is {said}", file=sys.stderr)
        raise SystemExit(2) from None


def _warned() -> bool:
    """Whether MkDocs counted a warning, for which --strict will fail the build after this."""
    return any(
        h.get_counts() for h in logging.getLogger("mkdocs").handlers if hasattr(h, "get_counts")
    )
