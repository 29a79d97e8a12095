"""A workbook's shared texts in the plain form, by cutting instead of parsing; ``xlsx`` parses what is not plain."""

import re
from collections.abc import Iterable

from cxsurvey.reading.cell_texts import unescaped
from cxsurvey.reading.xml_text import PLAIN_START, Declined, attribute_names, decoded, without_entities

_PIECE = 1 << 22
_START, _END = "<si><t>", "</t></si>"
_PRESERVED = '<t xml:space="preserve">'
_BOUND = "\0"  # stands in no XML
_HEAD = re.compile(PLAIN_START.pattern + rb"<sst([^<>]*)>")
_TAIL = re.compile(rb"</sst>\s*\Z")


def read_plain_texts(pieces: Iterable[bytes], most: int) -> list[str]:
    """All texts; ``Declined`` unless each stands alone in its element and nothing else does, or beyond ``most``."""
    texts: list[str] = []
    kept, head_seen = b"", False
    for piece in pieces:
        kept += piece
        if len(kept) < _PIECE:
            continue
        kept, head_seen = _without_head(kept, head_seen), True
        whole, _, kept = kept.rpartition(b"</si>")
        if not whole:
            raise Declined("a long text")
        texts += _texts(whole + b"</si>")
        if len(texts) > most:
            raise Declined("too many texts")
    kept = _without_head(kept, head_seen)
    tail = _TAIL.search(kept)
    if tail is None:
        raise Declined("the end of the texts")
    return texts + _texts(kept[: tail.start()])


def _without_head(kept: bytes, head_seen: bool) -> bytes:
    if head_seen:
        return kept
    head = _HEAD.match(kept)
    if head is None:
        raise Declined("the head of the texts")
    attribute_names(head[1])
    return kept[head.end() :]


def _texts(data: bytes) -> list[str]:
    """The texts between their tags: with four tags each and no other, whatever stands between can be no tag."""
    if not data:
        return []
    text = decoded(data).replace(_PRESERVED, "<t>")
    if not text.startswith(_START) or not text.endswith(_END):
        raise Declined("a text")
    bounded = text[len(_START) : -len(_END)].replace(_END + _START, _BOUND)
    n = bounded.count(_BOUND) + 1
    if text.count("<") != 4 * n or text.count(">") != 4 * n:
        raise Declined("a tag")
    texts = without_entities(bounded).split(_BOUND)
    return [unescaped(text) for text in texts] if "_x" in bounded else texts
