"""Dangers that the content declares, held over every profile: each fault with the people whom it would meet."""

from __future__ import annotations

from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.models.condition import Condition
from starterspad.content.models.invariant import Invariant, Promise
from starterspad.content.problems import quoted
from starterspad.content.texts import texts
from starterspad.rules.proof.judgements import Fault, Judgements
from starterspad.rules.proof.profile_space import Judged, ProfileSet, ProfileSpace


def broken_invariants(judgements: Judgements) -> Iterator[Fault]:
    """Yield every invariant that some profile breaks. It is a fault of safety: nothing can accept it."""
    catalog, space = judgements.catalog, judgements.space
    for id, invariant in catalog.invariants.items():
        meant = _meant(space, invariant)
        place = catalog.location("invariant", id)
        if not space.exists(meant):
            message = f"the invariant {quoted(id)} is about nobody"
            yield Fault("invariant", "invariant", id, message, "mend its people", place, safety=True)
        for what, people in _breaches(judgements, invariant, meant):
            if space.exists(people):
                message = f"the invariant {quoted(id)} does not hold: {what}"
                remedy = f"{invariant.danger}\nmend the condition, the order or the words of the step"
                yield Fault("invariant", "invariant", id, message, remedy, place, people, safety=True)


def _meant(space: ProfileSpace, invariant: Invariant) -> ProfileSet:
    return space.judge(Condition.model_construct(when=invariant.people, unless=invariant.unless)).yes & space.reachable


def _breaches(judgements: Judgements, invariant: Invariant, meant: ProfileSet) -> Iterator[tuple[str, ProfileSet]]:
    """Yield (what is wrong, for whom) of each thing that an invariant says."""
    promise = invariant.always or invariant.never
    assert promise is not None
    never = invariant.always is None
    space, step = judgements.space, promise.step
    if promise.answers:
        who_gives = space.judge(Condition.model_construct(when=promise.answers, unless=())).yes
        yield "the answers", meant & (who_gives if never else ~who_gives)
    if promise.mentions:
        for id in (step,) if step else judgements.catalog.tasks:
            if _says(judgements.catalog, id, promise.mentions) == never:
                yield f"what the step {quoted(id)} says", meant & ~judgements.tasks[id].no
    elif step and promise.helper:
        named = _helped(judgements, step, promise.helper)
        people = ~(judgements.tasks[step].no | named.no) if never else ~named.yes & ~judgements.tasks[step].no
        yield f"who helps with the step {quoted(step)}", meant & people
    elif step and not (promise.before or promise.first):
        yield f"the step {quoted(step)}", meant & _against(judgements.tasks[step], promise, never)
    if step:
        yield from _out_of_order(judgements, step, promise, meant, never)


def _against(judged: Judged, promise: Promise, never: bool) -> ProfileSet:
    """Return for whom a step is what it must not be. Never means not even perhaps, always means for certain."""
    of_verdict = {"yes": judged.yes, "unknown": judged.open, "no": judged.no}
    if promise.verdict:
        people = of_verdict[promise.verdict]
        return people if never else ~people
    return ~judged.no if never else ~judged.yes


def _helped(judgements: Judgements, step: str, partner: str) -> Judged:
    """Return for whom one of a partner's services helps with a step."""
    space = judgements.space
    yes, no = space.nobody, space.everyone
    for id, _, service in judgements.catalog.services():
        if id == partner and step in service.helps_with:
            judged = judgements.services[f"{id}/{service.id}"]
            yes, no = yes | judged.yes, no & judged.no
    return Judged(yes, no)


def _says(catalog: Catalog, task: str, words: dict[str, str]) -> bool:
    """Tell whether a step says the words in some language."""
    return any(
        words[text.language].lower() in text.words.lower()
        for text in texts(catalog)
        if text.kind == "task" and text.id == task and text.language in words
    )


def _out_of_order(
    judgements: Judgements, step: str, promise: Promise, meant: ProfileSet, never: bool
) -> Iterator[tuple[str, ProfileSet]]:
    catalog = judgements.catalog
    others = promise.before or (tuple(id for id in catalog.tasks if id != step) if promise.first else ())
    shown = ~judgements.tasks[step].no
    if promise.first and not never:
        yield f"the step {quoted(step)} is not on the plan", meant & ~shown
    for other in others:
        gets = meant & ~judgements.tasks[other].no
        if stands_before(catalog, step, other) == never:
            what = f"the step {quoted(step)} {'stands' if never else 'does not stand'} before {quoted(other)}"
            yield what, gets & shown
        elif promise.before and not never:
            yield f"{quoted(other)} comes without the step {quoted(step)} before it", gets & ~shown


def stands_before(catalog: Catalog, step: str, other: str) -> bool:
    """Tell whether a step stands before another on every plan that has both, whatever else is on it.

    That is so in an earlier phase, or where the other comes after it. Else the plan takes what is ready by order and
    id: so it is too where the step, and all that it may have to wait for, come before the other by that.
    """
    phases = list(catalog.phases)
    mine, its = (phases.index(catalog.tasks[id].phase) for id in (step, other))
    if mine != its:
        return mine < its
    if step in catalog.before(other):
        return True
    waits = {step, *(id for id in catalog.before(step) if catalog.tasks[id].phase == catalog.tasks[step].phase)}
    return all((catalog.tasks[id].order, id) < (catalog.tasks[other].order, other) for id in waits)
