"""When the bridge is free."""


def tide(hour: int) -> float:
    """The height of the water in metres."""
    return 3.5 if hour % 12 < 6 else 1.5


def main() -> None:
    print(tide(6))
