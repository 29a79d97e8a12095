"""Characters of XML that is in the plain form, read without a parser."""

import re


class Declined(Exception):
    """Not the plain form: a full reader must take it. Never reaches a person."""


# A part may begin with a byte-order mark and a declaration, which must not name another encoding.
PLAIN_START = re.compile(
    rb'(?:\xef\xbb\xbf)?'
    rb'(?:<\?xml version="1\.0"(?: encoding="(?i:utf-8)")?(?: standalone="(?:yes|no)")?\?>\s*)?'
)
_ATTRIBUTES = re.compile(rb"""(?: [A-Za-z_][\w:.-]{0,40}="[ !#-%'-;=?-~]{0,200}"){0,20}""")
_NAME = re.compile(rb' ([^ ="]+)="')
# The ampersand comes last, or it would make entities of what are none.
_ENTITIES = {
    "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&#10;": "\n", "&#9;": "\t", "&#13;": "\r", "&amp;": "&"
}  # fmt: skip
# Without a carriage return, which a parser would turn into a new line.
_XML_BYTES = bytes([0x09, 0x0A, *range(0x20, 0x100)])


def attribute_names(written: bytes) -> list[bytes]:
    """The names of the attributes of an element; ``Declined`` if one comes twice, or where they are not plain."""
    names = _NAME.findall(written)
    if not _ATTRIBUTES.fullmatch(written) or len(set(names)) < len(names):
        raise Declined("attributes")
    return names


def decoded(data: bytes) -> str:
    """UTF-8 to characters that XML allows; ``Declined`` for all else."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise Declined("encoding") from fault
    if data.translate(None, _XML_BYTES) or "\ufffe" in text or "\uffff" in text:
        raise Declined("characters")
    return text


def without_entities(text: str) -> str:
    """Text with ``&amp;`` and the like as the characters they stand for; ``Declined`` for less common ones."""
    if "&" not in text:
        return text
    if text.count("&") != sum(map(text.count, _ENTITIES)):
        raise Declined("an entity")
    for written, character in _ENTITIES.items():
        text = text.replace(written, character)
    return text
