"""`python -m benchmarks COMMAND`: figures printed for a person to read."""

import argparse
from collections.abc import Sequence

from benchmarks import analysis, imports, levels, responsive

COMMANDS = {
    "analysis": (analysis, "speed and memory of the complete analysis beside scipy and choix"),
    "import": (imports, "speed and memory of an import beside openpyxl's read-only pass"),
    "levels": (levels, "do tests, rank sets and the stability figure keep what they promise"),
    "responsive": (responsive, "does the window stay alive while answers are imported"),
}


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    commands = made.add_subparsers(dest="command", required=True)
    for name, (module, text) in COMMANDS.items():
        module.add_arguments(commands.add_parser(name, help=text, description=module.__doc__))
    return made


def main(words: Sequence[str] | None = None) -> None:
    args = parser().parse_args(words)
    COMMANDS[args.command][0].run(args)


if __name__ == "__main__":
    main()
