"""TOML, read."""

from swaigctl.errors import SwaigctlError


def parsed_toml(text: str) -> object:
    import re
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        what = str(fault)[:1].lower() + str(fault)[1:]
        last = len(text.rstrip().split("\n"))
        sentence = re.sub(r" \(at (line .*)\)$", r" (\1)", what)
        sentence = sentence.replace("(at end of document)", f"(line {last}, at the end)")
        raise SwaigctlError("toml", f"not valid TOML: {sentence}.") from None
    except RecursionError:
        raise SwaigctlError("toml", "not valid TOML: it nests too deep.") from None
    except ValueError:  # a number of more than 4,300 digits, a date that is none
        raise SwaigctlError("toml", "not valid TOML: a value can't be read.") from None
