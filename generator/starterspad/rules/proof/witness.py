"""The smallest profile that shows a fault: who reads it should have little to read."""

from __future__ import annotations

from starterspad.rules.proof.profile_space import Profile, ProfileSet, ProfileSpace


def smallest_witness(space: ProfileSpace, people: ProfileSet) -> Profile:
    """Return the reachable profile among these with the fewest answers; raises `ValueError` when there is none."""
    wanted = people & space.reachable
    if wanted == space.nobody:
        raise ValueError("nobody is a witness")
    known: dict[int, tuple[int, tuple[str, ...]]] = {}

    def fewest(node: ProfileSet) -> tuple[int, tuple[str, ...]] | None:
        if node == space.nobody:
            return None
        if node == space.everyone:
            return 0, ()
        if int(node) not in known:
            # Only the two ends, which are dealt with above, lead nowhere.
            assert node.low is not None and node.high is not None and node.var is not None
            low, high = (~node.low, ~node.high) if node.negated else (node.low, node.high)
            without, with_it = fewest(low), fewest(high)
            taken = None if with_it is None else (with_it[0] + 1, (node.var, *with_it[1]))
            # Of equally small ones the earlier option: a reader meets the usual answers first.
            smaller = min((branch for branch in (taken, without) if branch), key=lambda branch: branch[0])
            known[int(node)] = smaller
        return known[int(node)]

    best = fewest(wanted)
    assert best
    profile: Profile = {}
    for name in best[1]:
        question, _, option = name.partition("/")
        profile.setdefault(question, []).append(option)
    return {id: profile[id] for id in space.catalog.questions if id in profile}
