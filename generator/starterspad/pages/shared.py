"""What is the same in every language of a site, looked up for the first of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar, cast

T = TypeVar("T")


class Shared:
    """What was looked up: `values` by the name of the property, `latest` the last record of each kind."""

    def __init__(self) -> None:
        self.values: dict[str, object] = {}
        self.latest: dict[str, tuple[str, object]] = {}


def once(shared: Shared, name: str, look_up: Callable[[], T]) -> T:
    """Return what is the same in every language under a name of its own, looked up by the first who asks."""
    if name not in shared.values:
        shared.values[name] = look_up()
    return cast("T", shared.values[name])


class _Sharing(Protocol):
    @property
    def shared(self) -> Shared: ...


S_contra = TypeVar("S_contra", bound=_Sharing, contravariant=True)


class in_all_languages(Generic[S_contra, T]):  # noqa: N801  # written as a decorator
    """A property that is looked up once by all that have the same `shared`."""

    def __init__(self, look_up: Callable[[S_contra], T]) -> None:
        self._look_up = look_up
        self._name = look_up.__name__
        self.__doc__ = look_up.__doc__

    def __get__(self, inputs: S_contra, owner: type[S_contra]) -> T:
        return once(inputs.shared, self._name, lambda: self._look_up(inputs))
