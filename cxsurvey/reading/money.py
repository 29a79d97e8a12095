"""Numbers of bank accounts and payment cards, told by their check digits."""

import re

_ACCOUNT = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}\Z")
_CARD = re.compile(r"[3-6]\d{14,15}\Z")


def is_account(text: str) -> bool:
    """Whether it is an international bank account number (IBAN, ISO 13616): modulo 97 its rest is 1."""
    number = text.replace(" ", "").upper()
    if not _ACCOUNT.match(number) or not number.isascii():
        return False
    return int("".join(str(int(sign, 36)) for sign in number[4:] + number[:4])) % 97 == 1


def is_card(text: str) -> bool:
    """Whether it may be a payment card's number: as long as one, with the check digit of ISO/IEC 7812 (Luhn)."""
    number = text.replace(" ", "").replace("-", "")
    if not _CARD.match(number) or not number.isascii():
        return False
    digits = [int(digit) for digit in reversed(number)]
    return (sum(digits[::2]) + sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2])) % 10 == 0
