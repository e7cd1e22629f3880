"""Writes beside every *.py.txt what Python's own tokenizer makes of it: one token a line, offset, end and kind.

Usage: python3 make.py
Characters are counted in UTF-16 units, as .NET does. Format strings are one token each (before Python 3.12 they always were).
"""

import io
import pathlib
import tokenize

KINDS = {tokenize.NAME: "Name", tokenize.NUMBER: "Number", tokenize.STRING: "String", tokenize.OP: "Operator"}


def units(text):
    return len(text.encode("utf-16-le")) // 2


for source in sorted(pathlib.Path(__file__).parent.glob("*.py.txt")):
    text = source.read_bytes().decode("utf-8")
    lines = text.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + units(line))

    rows = []
    for token in tokenize.generate_tokens(io.StringIO(text, newline="").readline):
        if token.type in KINDS:
            start = starts[token.start[0] - 1] + units(lines[token.start[0] - 1][: token.start[1]])
            end = starts[token.end[0] - 1] + units(lines[token.end[0] - 1][: token.end[1]])
            rows.append(f"{start} {end} {KINDS[token.type]}\n")
    source.with_suffix(".tokens").write_text("".join(rows), newline="\n")
