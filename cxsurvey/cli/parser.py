"""The grammar of the command line; each module of verbs adds its own."""

from argparse import ArgumentParser, RawDescriptionHelpFormatter

from cxsurvey import __version__
from cxsurvey.cli import (
    answer_verbs,
    demo,
    export_verbs,
    internal_verb,
    result_verbs,
    settings_verb,
    study_verbs,
    survey_verb,
)
from cxsurvey.cli.grammar import Verbs

ABOUT = """\
Find out what customers care about, and where the company believes otherwise.

Without a verb the window opens; with a FILE.cxs it opens that study.
"""
AFTERWARDS = """\
Every verb takes --json for results that a program can read. Messages go to standard error.
Exit status: 0 done, 1 the data has a fault (told), 2 wrong use.
All verbs with their options and JSON keys: docs/command-line.md
"""


def build_parser() -> ArgumentParser:
    """The parser of all verbs; the parsed arguments hold ``run``, the function of the verb."""
    common = ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true", help="print the result as JSON")
    parser = ArgumentParser(
        "cxsurvey", description=ABOUT, epilog=AFTERWARDS, formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )  # fmt: skip
    parser.add_argument("--version", action="version", version=f"cxsurvey {__version__}")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    modules = (
        study_verbs, survey_verb, settings_verb, internal_verb, answer_verbs, result_verbs, export_verbs, demo,
    )  # fmt: skip
    for module in modules:
        module.add_verbs(Verbs(verbs, common))
    return parser
