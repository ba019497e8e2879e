"""The program `policykg`: the command line, once it is ready to be stopped.

Everything else is imported within, so that Ctrl-C is heard from the first moment.
"""

import sys

from api.stopping import Stopped, stopped_by_signals


def main() -> None:
    """Run the command line."""
    try:
        with stopped_by_signals():
            from api.cli import main as run_command_line

            run_command_line()
    except Stopped as stopped:
        sys.exit(stopped.exit_code)
