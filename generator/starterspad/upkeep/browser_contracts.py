"""The browser's side of what Python declares: JSDoc types of the data that it reads, and the constants that it needs.

A declaration is a `TypedDict` or an alias at the top of a module whose name ends in `Json`; the browser knows it by the
name without that ending. What is said of it and of each key stands below it as a text, in Python as in Sphinx.
`make types` writes the files; none of the types reaches a reader of the site.
"""

from __future__ import annotations

import ast
import inspect
import json
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args, get_origin

from starterspad.content import limits, plan_names, schema_numbers
from starterspad.intake import record_lines
from starterspad.output import calculators_data, directory_data, partner_form_data, record_form_data, search_index
from starterspad.rules import coming_json, decision_model, plan_json, service_json, text_json
from starterspad.rules.money import calculator_json

_SUFFIX = "Json"
_MADE = "`make types` writes this file."
# The file below the package's web/ -> what it is about, and the modules that declare what stands in it.
_TYPES: Mapping[str, tuple[str, tuple[types.ModuleType, ...]]] = {
    "core/model-types.js": ("The decision model.", (text_json, service_json, decision_model, coming_json)),
    "core/money/calculator-types.js": ("A calculator, and what comes out of it.", (calculator_json, calculators_data)),
    "core/plan-types.js": ("The plan that is made with the decision model.", (plan_json,)),
    "core/search/search-index-types.js": ("The index that search reads.", (search_index,)),
    "core/search/directory-types.js": ("The directory's data, where its page does not show all.", (directory_data,)),
    "core/intake/form-types.js": ("The forms as data.", (partner_form_data, record_lines, record_form_data)),
}
_CONSTANTS = "core/constants.js"
# What only calculators need is not sent with a plan.
_MONEY_CONSTANTS = "core/money/limits.js"
_PLAIN = {"str": "string", "int": "number", "float": "number", "bool": "boolean", "object": "unknown"}


@dataclass(frozen=True)
class _Key:
    """A key of a declaration: its name, its type in JSDoc, and what is said of it."""

    name: str
    type: str
    required: bool
    doc: str


def browser_contracts() -> dict[str, str]:
    """Return path -> text of every file below the package's `web/` that follows from Python; writes nothing."""
    files = {
        path: f"// {about} {_MADE}\n{''.join(_typedefs(modules))}export {{}};\n"
        for path, (about, modules) in _TYPES.items()
    }
    figures = f"export const FIGURE_LIMITS = {_literal(limits.FIGURE_LIMITS)};\n"
    money = f"// How large and how exact a figure may get, as limits.py of content/ says. {_MADE}\n{figures}"
    return files | {_CONSTANTS: _constants(), _MONEY_CONSTANTS: money}


def _constants() -> str:
    """Write what the browser must know before any data is there, and what no data carries."""
    values: dict[str, object] = {
        "JOURNAL_SCHEMA": schema_numbers.JOURNAL_SCHEMA,
        "PLAN_SCHEMA": schema_numbers.PLAN_SCHEMA,
        "JOURNAL_LIMITS": limits.JOURNAL_LIMITS,
        "LISTED_AT_ONCE": limits.LISTED_AT_ONCE,
        "DAYS_TO_WAIT": limits.DAYS_TO_WAIT,
        "LONGEST_NAME": limits.WRITING_LIMITS["name"],
        "LONGEST_ADVICE": limits.WRITING_LIMITS["advice"],
        "LONGEST_OWN_STEP": limits.WRITING_LIMITS["own_step"],
        "PLAN_KIND": plan_names.PLAN_KIND,
        "PLAN_LINK": plan_names.PLAN_LINK,
    }
    lines = (f"export const {name} = {_literal(value)};\n" for name, value in values.items())
    return (
        f"// What limits.py, schema_numbers.py and plan_names.py of content/ say in Python. {_MADE}\n{''.join(lines)}"
    )


def _literal(value: object) -> str:
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{key}: {_literal(inner)}' for key, inner in value.items())} }}"
    return json.dumps(value)


def _typedefs(modules: tuple[types.ModuleType, ...]) -> Iterator[str]:
    for module in modules:
        declarations = _Declarations(module)
        for node in declarations.tree.body:
            if isinstance(node, ast.ClassDef) and node.name.endswith(_SUFFIX):
                yield declarations.record(node)
            elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]).endswith(_SUFFIX):
                yield declarations.alias(node)


class _Declarations:
    """The declarations of one module, read as text: at run time an alias has lost its name."""

    def __init__(self, module: types.ModuleType) -> None:
        self.module = module
        self.tree = ast.parse(inspect.getsource(module))
        self.classes = {node.name: node for node in self.tree.body if isinstance(node, ast.ClassDef)}

    def record(self, node: ast.ClassDef) -> str:
        """Write a record as an object with its keys, those that it inherits first."""
        lines = [f" * {ast.get_docstring(node)}", f" * @typedef {{object}} {_name(node.name)}"]
        for key in self.keys(node):
            name = key.name if key.required else f"[{key.name}]"
            lines.append(f" * @property {{{key.type}}} {name}{f'  {key.doc}' if key.doc else ''}")
        return "\n".join(("/**", *lines, " */\n"))

    def keys(self, node: ast.ClassDef) -> Iterator[_Key]:
        """Yield the keys of a record in order."""
        for base in node.bases:
            if isinstance(base, ast.Name) and base.id in self.classes:
                yield from self.keys(self.classes[base.id])
        for place, statement in enumerate(node.body):
            if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
                hint, required = statement.annotation, True
                if isinstance(hint, ast.Subscript) and ast.unparse(hint.value) == "NotRequired":
                    hint, required = hint.slice, False
                yield _Key(statement.target.id, self.type_of(hint), required, _doc_below(node.body, place))

    def alias(self, node: ast.Assign) -> str:
        """Write an alias with what is said of it."""
        doc = _doc_below(self.tree.body, self.tree.body.index(node))
        return f"/** @typedef {{{self.type_of(node.value)}}} {_name(ast.unparse(node.targets[0]))}  {doc} */\n"

    def type_of(self, hint: ast.expr) -> str:
        """Write a type as JSDoc has it; raises `ValueError` for one that JSON cannot hold."""
        match hint:
            case ast.Constant(value=None):
                return "null"
            case ast.Name(id=name):
                return _PLAIN.get(name) or (_name(name) if name.endswith(_SUFFIX) else self._foreign(name))
            case ast.BinOp(left=left, op=ast.BitOr(), right=right):
                return f"{self.type_of(left)} | {self.type_of(right)}"
            case ast.Subscript(value=ast.Name(id=outer), slice=inner):
                parts = inner.elts if isinstance(inner, ast.Tuple) else [inner]
                return self._generic(outer, parts)
        raise ValueError(f"{self.module.__name__}: {ast.unparse(hint)} has no name in the browser")

    def _generic(self, outer: str, parts: list[ast.expr]) -> str:
        if outer == "Literal":
            return " | ".join(json.dumps(ast.literal_eval(part)) for part in parts)
        inner = [self.type_of(part) for part in parts]
        if outer == "list":
            return f"({inner[0]})[]" if "|" in inner[0] else f"{inner[0]}[]"
        if outer == "tuple":
            return f"[{', '.join(inner)}]"
        if outer == "dict" and inner[0] == "string":
            return f"Record<string, {inner[1]}>"
        raise ValueError(f"{self.module.__name__}: JSON holds no {outer}[{', '.join(inner)}]")

    def _foreign(self, name: str) -> str:
        """Write the words of a choice that another module declares."""
        choice: object = getattr(self.module, name)
        if get_origin(choice) is not Literal:
            raise ValueError(f"{self.module.__name__}: {name} is no choice of words")
        return " | ".join(json.dumps(word) for word in get_args(choice))


def _name(declared: str) -> str:
    return declared.removesuffix(_SUFFIX)


def _doc_below(body: list[ast.stmt], place: int) -> str:
    """Return the text that stands below a statement; empty where there is none."""
    below = body[place + 1] if place + 1 < len(body) else None
    match below:
        case ast.Expr(value=ast.Constant(value=str(text))):
            return text
    return ""
