"""What the lints share: the project's files, C without comments, and how a finding is told.

A lint collects findings, `file:line: sentence`, and ends with `finish ()`: status 1 if there are
any.
"""

import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

_findings = []


def files(folders, endings):
    """The paths below the folders, relative to the project, that end in one of the endings."""
    found = []
    for folder in folders:
        for place, names, leaves in os.walk(os.path.join(ROOT, folder)):
            names[:] = [name for name in names if name != '__pycache__']
            found += [os.path.relpath(os.path.join(place, leaf), ROOT)
                      for leaf in leaves if leaf.endswith(tuple(endings))]
    return sorted(found)


def read(path):
    with open(os.path.join(ROOT, path), encoding='utf-8', newline='') as stream:
        return stream.read()


def exists(path):
    return os.path.exists(os.path.join(ROOT, path))


def found(path, line, sentence):
    _findings.append((path, line, sentence))


def finish(checked):
    """Prints what was found and ends the lint."""
    for path, line, sentence in _findings:
        print(f'{path}:{line}: {sentence}' if line else f'{path}: {sentence}')
    print(f'{checked}; {len(_findings)} to put right.')
    sys.exit(1 if _findings else 0)


def skip(sentence):
    print(sentence)
    sys.exit(77)


_TOKEN = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'', re.DOTALL)


def without_comments(code):
    """C code with its comments blanked; lines keep their numbers."""
    def blank(match):
        text = match.group()
        return re.sub(r'[^\n]', ' ', text) if text.startswith(('/*', '//')) else text
    return _TOKEN.sub(blank, code)


def without_strings(code):
    """C code without the words in its strings, either; for looking at the code alone."""
    def blank(match):
        text = match.group()
        return '""' if text.startswith('"') else text
    return _TOKEN.sub(blank, without_comments(code))


def strings(code):
    """The string literals of C code, joined as the compiler does, as (line, text)."""
    code = without_comments(code)
    for match in re.finditer(r'"(?:[^"\\\n]|\\.)*"(?:\s*"(?:[^"\\\n]|\\.)*")*', code):
        yield line_of(code, match.start()), re.sub(r'"\s*"', '', match.group())[1:-1]


def line_of(text, position):
    return text.count('\n', 0, position) + 1
