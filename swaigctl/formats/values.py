"""Which values JSON in UTF-8 can hold."""


def has_too_many_digits(value: int) -> bool:
    """Whether Python won't write it in decimal: `0x` and `0o` may give more than 4,300 digits."""
    if value.bit_length() < 2_000:  # 640 digits, the least that the limit can be
        return False
    try:
        repr(value)
    except ValueError:
        return True
    return False


def is_unicode(text: str) -> bool:
    """Whether it has no half of a surrogate pair."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
