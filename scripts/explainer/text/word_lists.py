"""Tables of a language that are written as one line of words."""

from __future__ import annotations


def in_order(words: str, first: int) -> dict[str, int]:
    """Words numbered in their order; those with a / between them have one number."""
    return {
        word: number for number, some in enumerate(words.split(), first) for word in some.split("/")
    }


def count(words: str) -> dict[str, int]:
    """Words for two, three, four …"""
    return in_order(words, 2)


def tens(words: str) -> dict[str, int]:
    """Words for twenty, thirty, forty …"""
    return {word: number * 10 for number, word in enumerate(words.split(), 2)}


def each(words: dict[int, str]) -> dict[str, int]:
    """Each word with the number whose words it is among."""
    return {word: number for number, several in words.items() for word in several.split()}


def set_of(text: str) -> frozenset[str]:
    """Words in no order."""
    return frozenset(text.split())


def parts_of(words: str, first: int) -> dict[str, str]:
    """Words for one third, one fourth …, as decimals."""
    return {word: f"{1 / number:.6f}" for word, number in in_order(words, first).items()}


_OF = (2, 3, 4, 5, 6, 10)


def of_so_many(one: str, numbers: str, behind: str = "") -> dict[str, str]:
    """One in two, three, four, five, six and ten, or every second, third …: expressions, each with
    its decimal."""
    words = zip(numbers.split(), _OF, strict=True)
    return {f"{one} {word}{behind}": f"{1 / number:.6f}" for word, number in words}
