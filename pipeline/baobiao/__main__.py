"""``python -m baobiao`` and the command ``baobiao``."""

from baobiao.cli import main

if __name__ == "__main__":
    main()
