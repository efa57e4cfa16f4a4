"""`newslint sync`: the rules of others that a config asks for, fetched and pinned."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from newslint.cli.options import options, parser, write
from newslint.core.errors import ConfigError
from newslint.core.visible import visible
from newslint.desk.config import Configs
from newslint.desk.said import extended
from newslint.fetching.pip_settings import pip_settings
from newslint.fetching.sync import Synced, synced


def main(words: Sequence[str]) -> int:
    """Fetch what `rules-packages` of the config asks for, and write down what came."""
    made = parser("sync", "Fetch the rules that `rules-packages` asks for, as the lock file has them.")
    made.add_argument("--upgrade", action="store_true", help="take the newest, whatever the lock file says")
    made.add_argument("--locked", action="store_true", help="fetch nothing that the lock file does not have")
    arguments = made.parse_args(words)
    if arguments.upgrade and arguments.locked:
        raise ConfigError("--upgrade and --locked: expected one of them.")
    wanted = options(arguments)
    config = Configs(wanted).above(Path.cwd())
    configs = [*extended(config, wanted)[1], config]
    asking = [each for each in configs if each.style.rules_packages]
    if not asking:
        write("No config here has `rules-packages`.\n")
    settings = pip_settings()
    for each in asking:
        for package in synced(each, settings, upgrade=arguments.upgrade, locked=arguments.locked):
            write(f"{visible(_told(package))}\n")
    if asking and (Path(config.folder) / ".newslint" / "config.schema.json").is_file():
        from newslint.founding.schema_files import renew_schemas

        renew_schemas(Path(config.folder))
    return 0


def _told(package: Synced) -> str:
    """Say what became of a package: "desk-rules 1.3, was 1.2"."""
    now, before = package.now, package.before
    name = now.version or now.commit[:12] or now.file
    if not package.fetched:
        return f"{now.name} {name} is here"
    was = before and (before.version or before.commit[:12] or before.file)
    return f"fetched {now.name} {name}{f', was {was}' if was and was != name else ''}"
