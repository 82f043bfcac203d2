"""What the API says, apart from how it is asked."""

LONGEST_NAME = 40


def greeting(name):
    """Greets somebody by name.

    Raises ValueError, with a sentence for people, if that is no name.
    """
    trimmed = " ".join(name.split())
    if not trimmed:
        raise ValueError("Please say who you are.")
    if len(trimmed) > LONGEST_NAME:
        raise ValueError(f"Please say it in at most {LONGEST_NAME} characters.")
    if not trimmed.isprintable():
        raise ValueError("Please say it in characters that can be shown.")
    return f"Hello, {trimmed}"
