"""Inputs that ask for the most work a character: what is repeated, nested, or never ends.

Goes out: by name, a file suffix and a way to make a text of about so many bytes. Used by
`benchmarks.input_growth`, which measures them, and by the tests that count the work they cause.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count, product

_FIRST = ("Ann", "Bob", "Carla", "Dmitri", "Elena", "Farid", "Greta", "Hugo", "Ines", "Jamal")
_LAST = ("Lee", "Ray", "Moreno", "Ivanov", "Kowal", "Haddad", "Lund", "Braun", "Costa", "Okoro")
_ENDS = ("", "ton", "son", "berg", "field", "man", "ford", "wood", "well", "by")


@dataclass(frozen=True)
class Hostile:
    """One kind of input: `make(size)` gives a text of about `size` bytes for a file `suffix`."""

    suffix: str
    make: Callable[[int], str]


def _names() -> Iterator[str]:
    """Full names that do not repeat for a thousand names, then with a numeral of their own."""
    for turn in count():
        for end, first, last in product(_ENDS, _FIRST, _LAST):
            yield f"{first} {last}{end}" + ("" if turn == 0 else f" {'IVX'[turn % 3] * 2}")


def _joined(parts: Iterator[str], size: int) -> str:
    text: list[str] = []
    length = 0
    while length < size:
        text.append(next(parts))
        length += len(text[-1].encode())
    return "".join(text)


def _again(unit: str, suffix: str = ".txt") -> Hostile:
    """A unit, again and again."""
    return Hostile(suffix, lambda size: unit * (size // len(unit.encode())))


def _named(form: str) -> Hostile:
    """A form with a new full name each time."""
    return Hostile(".txt", lambda size: _joined((form.format(n) for n in _names()), size))


def _page(before: str, again: str, after: str, back: str = "") -> Hostile:
    """A page with a unit many times (and its closing tag as many times)."""

    def make(size: int) -> str:
        times = size // len((again + back).encode())
        article = "<p>The minister, Ann Lee, said that the law on AI will stand.</p>" * 3
        return f"<html><body>{before}{again * times}{article}{back * times}{after}</body></html>"

    return Hostile(".html", make)


def _nested(size: int) -> str:
    return "(" * (size // 2) + ")" * (size // 2)


INPUTS: dict[str, Hostile] = {
    # Markup that opens and never closes
    "`[` in Markdown": _again("[", ".md"),
    "`![` in Markdown": _again("![", ".md"),
    "`[a](` in Markdown": _again("[a](", ".md"),
    "`[a` in Markdown": _again("[a ", ".md"),
    "`[` in plain text": _again("["),
    "`(`": _again("("),
    "`<` in Markdown": _again("<", ".md"),
    "`<a ` in Markdown": _again("<a ", ".md"),
    "`<a` in plain text": _again("<a"),
    "`&` in Markdown": _again("&", ".md"),
    "`*` in Markdown": _again("*", ".md"),
    "`*a` in Markdown": _again("*a", ".md"),
    "`_` in Markdown": _again("_", ".md"),
    "backticks in Markdown": _again("`", ".md"),
    "`[a](b) ` in Markdown": Hostile(".md", lambda size: "[a](b) " * (size // 7) + "x"),
    "`<figcaption>` in Markdown": Hostile(
        ".md", lambda size: "<figure>" + "<figcaption>" * (size // 12) + "</figure>"
    ),
    "runs of backticks in Markdown": Hostile(
        ".md", lambda size: _joined(("`" * n + "a" for n in count(1)), size)
    ),
    "`\\` in Markdown": _again("\\", ".md"),
    "`- ` in Markdown": _again("- ", ".md"),
    "`- a` nested in Markdown": Hostile(
        ".md", lambda size: _joined(("  " * n + "- a\n" for n in count()), size)
    ),
    "`- a` in Markdown": _again("- a\n", ".md"),
    "`- a`": _again("- a\n"),
    "`>` in Markdown": _again(">", ".md"),
    "`> a` in Markdown": _again("> a\n", ".md"),
    "`#` in Markdown": _again("# a\n", ".md"),
    "table rows in Markdown": Hostile(
        ".md", lambda size: "| a | b |\n|---|---|\n" + "| Ann Lee | said so |\n" * (size // 23)
    ),
    "table columns in Markdown": Hostile(
        ".md", lambda size: "|a" * (size // 4) + "|\n" + "|-" * (size // 4) + "|\n"
    ),
    "link definitions in Markdown": _again("[a]: b\n", ".md"),
    "nested parentheses": Hostile(".txt", _nested),
    # Signs
    '`"`': _again('"'),
    "`“`": _again("“"),
    "`“a `": _again("“a "),
    '`"a" `': _again('"a" '),
    "`'`": _again("'"),
    "`’s `": _again("’s "),
    "commas": _again(","),
    "dashes": _again("-"),
    "full stops": _again("."),
    "`@`": _again("a@"),
    "digits": _again("1"),
    "spaces": Hostile(".txt", lambda size: "a" + " " * size + "b"),
    "no-break spaces": Hostile(".txt", lambda size: "a" + "\u00a0" * (size // 2) + "b"),
    "spaces in a name": Hostile(".txt", lambda size: "Ann" + " " * size + "Lee said so."),
    "line ends": Hostile(".txt", lambda size: "a" + "\n" * size + "b"),
    "short lines": _again("a\n"),
    "short paragraphs": _again("a\n\n"),
    "emoji": _again("🙂"),
    "combining marks": Hostile(".txt", lambda size: "a" + "\u0301" * (size // 2)),
    "Chinese": _again("人工智能法案"),
    "one long paragraph, many short": Hostile(
        ".txt", lambda size: "It will stand. " * (size // 30) + "\n\n" + "a\n\n" * (size // 6)
    ),
    # Words
    "one letter": _again("a"),
    "one capital": _again("A"),
    "`a `": _again("a "),
    "`views-is-`": _again("views-is-"),
    "`A.`": _again("A."),
    "`A. `": _again("A. "),
    "`AI `": _again("AI "),
    "`AI-`": _again("AI-"),
    "`The Act `": _again("The Act "),
    "`the Act, `": _again("the AI Act, "),
    "a sentence without end": _again("the minister of the party likes the law on models and "),
    "capitalised words": _again("Ministry of Digital Affairs and Technology "),
    "`of the `": _again("minister of digital affairs of the region of "),
    "`that `": _again("said that "),
    "`who `": _again("Lee, who "),
    # Names
    "one name": _again("Ann Lee "),
    "one name and a comma": _again("Ann Lee, "),
    "many names": _named("{}, "),
    "`Mr A, Mr B and Mr C said`": _named("Mr {}, "),
    "many names, one surname": Hostile(
        ".txt",
        lambda size: _joined((f"{n.replace(' ', '').capitalize()} Lee, " for n in _names()), size),
    ),
    "names and offices": _named("Minister {} of the Digital Party, "),
    "names in sentences": _named("{} is minister for digital affairs. "),
    "sentences of many people": _named("{} said the AI law will stand.\n\n"),
    "quotations of many people": _named("“The AI law will stand,” said {}.\n\n"),
    "sentences of many bodies": Hostile(
        ".txt",
        lambda size: _joined((f"The {n} Institute said it will act.\n\n" for n in _names()), size),
    ),
    "short names": Hostile(
        ".txt",
        lambda size: _joined((f"Mr {n.split()[1]} said so. He left. " for n in _names()), size),
    ),
    # Speech
    "`he said `": _again("he said "),
    "`he said.`": _again("He said so. "),
    "`“We act,” he said.` paragraphs": _again("“We act,” he said.\n\n"),
    '`"We act," he said.` paragraphs': _again('"We act," he said.\n\n'),
    '`"We act," he said.` in one paragraph': _again('"We act," he said. '),
    "quotation over paragraphs": _again("“We will act on AI, and soon.\n\n"),
    "one quotation without end": Hostile(
        ".txt",
        lambda size: "“" + "we think that it will help because " * (size // 35) + ",” he said.",
    ),
    "quotation marks before a quotation": Hostile(
        ".txt", lambda size: "“" * (size // 3) + "We act,” he said."
    ),
    "`“I act,” I said.` in one paragraph": _again("“I act,” I said. "),
    "pronouns in one paragraph": _again(
        "Ann Lee met Bob Ray. He said so. She said they will act. "
    ),
    "papers": _again("The report said that the draft bill is out. "),
    "paragraphs of speech": _again("The minister said that the AI law will stand.\n\n"),
    "one paragraph of speech": _again("The minister said that the AI law will stand. "),
    "speech of a person": _again("Ann Lee said that she likes the law. She said it is good.\n\n"),
    "speech of groups": _again("The ministers said they will act, lawmakers said.\n\n"),
    "turns of many speakers": Hostile(
        ".txt",
        lambda size: _joined(
            (f"MS. {n.upper()}: I think we will act.\n\n" for n in _names()), size
        ),
    ),
    "turns of speakers": _again("MS. LEE: I think we will act.\n\nQ We?\n\n"),
    "questions and answers": _again("Q: Will you act?\nA: We will.\n\n"),
    "bylines": _again("By Ann Lee and Bob Ray\n\n"),
    "dates": _again("12 March 2025, "),
    "copyright": _again("© 2025 Ann Lee "),
    # Pages
    "nested elements": _page("", "<div>", "", "</div>"),
    "nested elements with text": _page("", "<div>a ", "", "</div>"),
    "nested lists": _page("", "<ul><li>a ", "", "</li></ul>"),
    "open elements": _page("", "<div>", ""),
    "open tags": _page("", "<b>", ""),
    "attributes": _page("<p ", 'a="b" ', ">x</p>"),
    "many attributes": Hostile(
        ".html",
        lambda size: (
            "<html><body><p "
            + _joined((f'a{n}="b" ' for n in count()), size)
            + ">The minister said that the law will stand.</p></body></html>"
        ),
    ),
    "paragraphs of a page": _page("", "<p>The minister said that the AI law will stand.</p>", ""),
    "links of a page": _page("", '<a href="/a">The AI law</a> ', ""),
    "table cells of a page": _page("<table>", "<tr><td>a</td><td>b</td></tr>", "</table>"),
}
