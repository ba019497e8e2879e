"""Say which classes a word is in: `python -m kg.english committee`."""

import argparse

from kg.english.words import classes_of


def main() -> None:
    """Print a line for each class of each word."""
    parser = argparse.ArgumentParser(prog="python -m kg.english", description=__doc__)
    parser.add_argument("words", nargs="+", metavar="WORD", help="as the lists spell it")
    for word in parser.parse_args().words:
        for found in classes_of(word):
            print(f"{word}\t{found}")


if __name__ == "__main__":
    main()
