"""Which lines of a message answer which question.

Programs break lines and join them. What stands where no answer can is an error, so that it never becomes the end of
the answer above it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from starterspad.content.problems import did_you_mean
from starterspad.intake.form_fields import Field

# What a message says besides the answers: what it is about, in which language to reply, and what to do with which one.
FRAME = ("record", "language", "change", "remove", "reason")
MOST_PROBLEMS = 50
_LABEL = re.compile(r"(?:#+ *)?\[([A-Za-z0-9_.-]{1,80})\](.*)")
# The form writes \[ in answers, so a bracket of its own at the begin of a line is no answer; [x] ticks an item.
_FOREIGN = re.compile(r"(?:#+ *)?\[(?! ?\]|[xX]\]|[^\[\]]*\]\()\s*([^\]\s\\]{0,80})")
_INSIDE = re.compile(r"(?<=[^#\s\\])\s*(?<!\\)\[([a-z0-9_.-]{1,80})\](?!\()")
_QUOTE = re.compile(r"^(?:> ?)+")
# What a form leaves where nothing was filled in, and how it explains a question to who writes.
_NOTHING = re.compile(r"_No response_|None|<!--.*-->")


@dataclass
class LabelledLines:
    """The lines below each label, with its own line number, and whether they are those of an issue form.

    `problems` holds the line, what is wrong there, and how to mend it.
    """

    answers: dict[str, tuple[int, list[str]]] = field(default_factory=dict)
    of_a_form: bool = False
    problems: list[tuple[int, str, str]] = field(default_factory=list)


class Labels:
    """Reads the lines of a message by their labels.

    `known` tells whether the form asks what is called by a path; `words` gives what may stand behind its label, in
    each language; `paths` are some that are known, to name one that is like an unknown one.
    """

    def __init__(
        self, known: Callable[[str], bool], words: Callable[[str], list[str]], paths: Callable[[], list[str]]
    ) -> None:
        self.known, self.words, self.paths = known, words, paths
        self.labelled = LabelledLines()
        self.current: list[str] | None = None
        # What is still to come of the words of a label that a program broke.
        self.rest: list[str] = []

    def read(self, numbered: list[tuple[int, str]]) -> LabelledLines:
        """Return the lines below each label; what stands before the first and after `[end]` is prose."""
        ended = False
        for number, raw in numbered:
            line = _QUOTE.sub("", raw).strip()
            label = _LABEL.fullmatch(line)
            ended = bool(label and label[1].lower() == "end")
            # Who reads so many asks for a new message; finding what was meant in each takes time.
            ended = ended or len(self.labelled.problems) >= MOST_PROBLEMS
            if ended:
                break
            self.joined(line, number)
            if label and self.known(label[1].lower()):
                self.begin(label[1].lower(), label[2].strip(), number, of_a_form=line.startswith("#"))
            elif self.current is not None:
                self.go_on(line, number)
        if self.labelled.answers and not ended and not self.labelled.of_a_form:
            remedy = "ask for what is missing; where all is there, write [end] on a line below the last answer"
            self.problem(numbered[-1][0], "the message ends before its last line, [end]", remedy)
        return self.labelled

    def begin(self, path: str, words: str, number: int, *, of_a_form: bool) -> None:
        answers = self.labelled.answers
        if path in answers:
            self.problem(number, f"[{path}] stands twice", "keep one of the two")
        self.current, self.labelled.of_a_form = [], of_a_form
        answers[path] = (number, self.current)
        # A short answer stands on the line itself: [language] nl. On a form it is the label that does.
        if path in FRAME or path.endswith(".id"):
            self.rest = []
            if not of_a_form:
                self.current.append(words)
            return
        known = self.words(path)
        self.rest = [label[len(words) :].strip() for label in known if f"{label} ".startswith(f"{words} ".lstrip())]
        if not self.rest and any(words.startswith(f"{label} ") for label in known):
            self.problem(number, f"words stand behind the label of [{path}]", "write the answer on the line below")

    def go_on(self, line: str, number: int) -> None:
        rest = [label[len(line) :].strip() for label in self.rest if line and f"{label} ".startswith(f"{line} ")]
        self.rest = rest
        foreign = _FOREIGN.match(line)
        if rest:
            return
        if foreign:
            message = f"[{foreign[1]}] is not asked here"
            if not self.said(message):
                remedy = did_you_mean(foreign[1].lower(), self.paths()) or "leave it out"
                self.problem(number, message, f"{remedy}\nwhere it belongs to the answer, write \\[ for its bracket")
            self.current = []
        elif self.current is not None:
            self.current.append("" if self.labelled.of_a_form and _NOTHING.fullmatch(line) else line)

    def joined(self, line: str, number: int) -> None:
        for inside in _INSIDE.finditer(line):
            if inside[1] == "end" or self.known(inside[1]):
                self.problem(number, f"[{inside[1]}] stands inside a line", "begin a new line with it")

    def problem(self, line: int, message: str, remedy: str) -> None:
        if not self.said(message):
            self.labelled.problems.append((line, message, remedy))

    def said(self, message: str) -> bool:
        return any(message == said for _, said, _ in self.labelled.problems)


def asked_paths(fields: Iterable[Field], languages: Sequence[str]) -> list[str]:
    """Return the paths that a form asks, those of the first offer where it asks about offers."""
    paths = [(asked.path.replace("services.", "services.1."), asked.localised) for asked in fields]
    inner = [f"{path}.{code}" for path, localised in paths if localised for code in languages]
    return [*FRAME, *inner, *(path for path, localised in paths if not localised)]
