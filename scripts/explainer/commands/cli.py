"""The command line."""

from __future__ import annotations

import argparse
import atexit
import gc
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..topic.problems import FORMATS, Problem, changed_first
from .stage import StageError, locked

# Each command imports what it needs: most of the time of a short one would go into the rest.
if TYPE_CHECKING:
    from .build import Checked
    from .diff import Difference

OK, PROBLEMS, USAGE = 0, 1, 2


def _report(checked: Checked, form: str, base: str = "") -> int:
    from .build import summary

    if checked.problems or form == "json":
        checked = checked._replace(problems=_in_order(checked, base))
        print(FORMATS[form](checked.problems))
    if form != "json":
        for note in checked.notes:
            print(f"note: {note}")
        print(summary(checked))
    return PROBLEMS if checked.problems else OK


def _in_order(checked: Checked, base: str) -> list[Problem]:
    """Its problems, those of files first that differ from a revision; of an id that this revision
    had, it is said that it is gone."""
    from .diff import changed_files
    from .gone import as_removed, ids_at, put_back

    root, where = checked.site.topic.root, checked.site.topic.where
    if not base or not checked.problems:
        return checked.problems
    changed = (path for _, path in changed_files(root, base))
    before = ids_at(root, base)
    told = (as_removed(problem, before - where.keys(), before) for problem in checked.problems)
    return changed_first(put_back(root, base, checked.site.topic, [*told]), changed)


def _check(args: argparse.Namespace) -> int:
    from .build import check_settings, check_site

    if args.settings:
        problems = check_settings(args.root)
        print(FORMATS[args.format](problems), end="\n" if problems else "")
        return PROBLEMS if problems else OK
    checked = check_site(args.root)
    return _report(
        _with_length(checked, args.base) if args.base else checked, args.format, args.base
    )


def _with_length(checked: Checked, base: str) -> Checked:
    """With the problem that pages are too long, which a plain check has no time for."""
    from ..topic.problems import in_order
    from .length import too_long

    return checked._replace(problems=in_order([*checked.problems, *too_long(checked, base)]))


def _build(args: argparse.Namespace) -> int:
    from .build import build_site

    with locked(args.root / "build"):
        checked, changed = build_site(args.root)
    code = _report(checked, "text")
    if code:
        print("Nothing was written; the last good pages are still in build/docs.", file=sys.stderr)
    else:
        print(f"build/docs: {len(changed)} file{'' if len(changed) == 1 else 's'} changed")
    return code


def _mkdocs(args: argparse.Namespace) -> int:
    """In this process: starting another one, and reading the same settings once more in it, takes
    longer than all that MkDocs does."""
    from ..topic.mkdocs_yml import NAME
    from .build import check_settings

    if problems := check_settings(args.root):
        print(FORMATS["text"](problems))
        return PROBLEMS
    from mkdocs.__main__ import cli

    with suppress(OSError):  # MkDocs says what is in the way
        (args.root / "build" / "docs").mkdir(parents=True, exist_ok=True)  # or opens no settings
    cli([*args.arguments, "-f", str(args.root / NAME)], prog_name="mkdocs")
    return OK  # unless MkDocs left by itself


def _schema(args: argparse.Namespace) -> int:
    from .manual import manual
    from .schema import reference, schemas

    files = {f"schemas/{name}": text for name, text in schemas().items()} | {
        "docs/RECORDS.md": reference(),
        "docs/MATERIAL.md": manual(),
    }
    for name, text in files.items():
        path = args.root / name
        if not path.exists() or path.read_text("utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            print(f"wrote {name}")
    return OK


def _find(args: argparse.Namespace) -> int:
    from ..topic.load import load
    from .find import find

    words = " ".join(args.words).strip()
    if not words:
        return _usage("which words?")
    hits = list(find(load(args.root)[0], words))
    print("\n".join(hits) or "no source has words near these")
    return OK if hits else PROBLEMS


def _seal(args: argparse.Namespace) -> int:
    from .seal import SealError, seal

    if not re.fullmatch(r"[a-z0-9-]+", args.source):
        return _usage(
            "a source's id has small letters a-z, digits and hyphens; give its file such a name"
        )
    if not (args.root / f"seeds/sources/{args.source}.txt").is_file():
        return _usage(f"there is no seeds/sources/{args.source}.txt")
    try:
        print(seal(args.root, args.source, args.language))
    except SealError as error:
        print(f"explainer: {error}", file=sys.stderr)
        return PROBLEMS
    return OK


def _diff(args: argparse.Namespace) -> int:
    from .build import check_site
    from .diff import DiffError, diff
    from .diff_words import as_words

    checked = _with_length(check_site(args.root), args.base) if args.summary else None
    try:
        problems = checked.problems if checked else ()  # which are told with it
        difference = diff(args.root, args.base, problems)
        difference = _untold(difference, checked, args.base) if checked else difference
    except DiffError as error:
        if checked and checked.problems:
            _write_summary(args.summary, checked, args.base, None)
        return _usage(str(error))
    if checked:
        _write_summary(args.summary, checked, args.base, difference)
    form = FORMATS[args.format] if args.format == "github" else None
    print(form(difference.owed) if form else as_words(difference))
    return PROBLEMS if difference.owed or difference.unread else OK


def _untold(difference: Difference, checked: Checked, base: str) -> Difference:
    """A difference without what is owed that the problems told beside it have to paste already."""
    told = {problem.paste for problem in _in_order(checked, base) if problem.paste}
    return difference._replace(owed=[one for one in difference.owed if one.paste not in told])


def _write_summary(path: Path, checked: Checked, base: str, difference: Difference | None) -> None:
    from .build import deployment
    from .review import review
    from .to_fix import problems_page

    to, problems = deployment(checked.mkdocs), _in_order(checked, base)
    text = review(difference, problems, to) if difference else problems_page(problems, to)
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{text}\n")


def _preview(args: argparse.Namespace) -> int:
    from .by_file import lead_to_files

    if not args.site.is_dir():
        return _usage(f"there is no folder {args.site}; `make site` builds one")
    print(f"{args.site}: {lead_to_files(args.site)} pages, to be opened by a double click")
    return OK


def _draft(args: argparse.Namespace) -> int:
    from .draft import DraftError, brief_of, draft_source, put_aside, read_answer_file

    try:
        if args.brief:
            print(brief_of(args.root, args.source))
        elif args.aside:
            print(put_aside(args.root, args.source, args.aside))
        else:
            answer = read_answer_file(args.from_file) if args.from_file else None
            print(draft_source(args.root, args.source, args.anew, answer))
    except DraftError as error:
        _usage(str(error))
        return USAGE if error.usage else PROBLEMS
    return OK


def _new(args: argparse.Namespace) -> int:
    from .new import new

    if args.folder.exists() and not (args.folder.is_dir() and not any(args.folder.iterdir())):
        return _usage(f"{args.folder} is not an empty folder")
    print(new(args.folder))
    return OK


def _usage(message: str) -> int:
    print(f"explainer: {message}", file=sys.stderr)
    return USAGE


def parser() -> argparse.ArgumentParser:
    """The command line."""
    top = argparse.ArgumentParser(
        prog="explainer",
        description="Check facts against their sources, word for word, and turn them into pages.",
    )
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--root",
        type=Path,
        default=Path("."),
        metavar="DIR",
        help="the site's folder (default: here)",
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, run: Any, text: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, parents=[common], help=text, description=text)
        sub.set_defaults(run=run)
        return sub

    checker = command("check", _check, "check every record and page; change nothing")
    checker.add_argument("--format", choices=FORMATS, default="text")
    checker.add_argument(
        "--base",
        default="",
        help="a git revision: problems of files that differ from it come first",
    )
    checker.add_argument(
        "--settings", action="store_true", help="only mkdocs.yml, before MkDocs opens it"
    )
    command("build", _build, "check, then write the pages to build/docs")
    command(
        "mkdocs", _mkdocs, "check mkdocs.yml, then let MkDocs open it: build --strict, or serve"
    ).add_argument("arguments", nargs=argparse.REMAINDER, help="what MkDocs is to do")
    command(
        "find",
        _find,
        "find words in the sources, exact first, then nearest, with a record to paste",
    ).add_argument("words", nargs="+")
    drafter = command("draft", _draft, "write draft records for a new source")
    drafter.add_argument("source", help="the source's id")
    drafter.add_argument(
        "--anew", action="store_true", help="replace the drafts that nobody has decided on"
    )
    drafter.add_argument(
        "--aside", nargs="+", metavar="ID", help="put drafts under set_aside: instead"
    )
    drafter.add_argument(
        "--brief", action="store_true", help="only print a text that asks somebody for the records"
    )
    drafter.add_argument(
        "--from",
        dest="from_file",
        metavar="FILE",
        help="take the answer to a brief, YAML or JSON (-: from standard input), and check it",
    )
    differ = command(
        "diff", _diff, "say what changed against a git revision, and which corrections are owed"
    )
    differ.add_argument("base", nargs="?", default="HEAD", help="a git revision (default: HEAD)")
    differ.add_argument("--format", choices=("text", "github"), default="text")
    differ.add_argument(
        "--summary",
        type=Path,
        metavar="FILE",
        help="append the page for a reviewer, in GitHub's Markdown, to this file",
    )
    previewer = command(
        "preview", _preview, "let the pages of a built site lead to files, not to folders"
    )
    previewer.add_argument("site", type=Path, help="the built site's folder")
    sealer = command("seal", _seal, "start a source's record, or seal its text again on purpose")
    sealer.add_argument("source", help="the source's id")
    sealer.add_argument(
        "--language",
        default="",
        metavar="TAG",
        help="the language the text is in, as en or pt-BR (default: found by its words)",
    )
    command("new", _new, "start a site on another topic").add_argument(
        "folder", type=Path, metavar="DIR"
    )
    command(
        "schema",
        _schema,
        "write the JSON Schemas for editors' tools to schemas/, and two references to docs/",
    )
    return top


def main(arguments: list[str] | None = None) -> int:
    """Run a command; 0 clean, 1 problems found, 2 wrong usage."""
    gc.set_threshold(100_000, 50, 50)  # a command makes much and drops little
    atexit.register(gc.freeze)  # at its end nothing needs to be looked through for what to drop
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(
                errors="backslashreplace"
            )  # a terminal that lacks a character of the source gets its number
    args = parser().parse_args(arguments)
    if args.command == "mkdocs":  # which takes all that is behind it: build --root DIR
        behind = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
        behind.add_argument("--root", type=Path, default=args.root)
        _, args.arguments = behind.parse_known_args(args.arguments, args)
    if not args.root.is_dir():
        return _usage(f"there is no folder {args.root}")
    if args.command not in ("new", "check", "mkdocs") and not (args.root / "seeds").is_dir():
        return _usage(f"there is no site in {args.root}: it has no folder seeds")
    args.root = args.root.resolve()
    try:
        code: int = args.run(args)
        return code
    except StageError as error:
        print(f"explainer: {error}", file=sys.stderr)
    except OSError as error:
        print(
            f"explainer: {error.filename or 'a file'}: {error.strerror or error}", file=sys.stderr
        )
    return PROBLEMS
