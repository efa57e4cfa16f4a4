"""The desk: paths → assignments → settings → linters → documents, each made once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from newslint.core.digest import content_digest
from newslint.core.errors import SourceError
from newslint.core.finding import SourceEdit
from newslint.core.source import Source
from newslint.desk.cache import Cache
from newslint.desk.claims import Writing, reader_name, wanted, writing
from newslint.desk.config import Config, Configs
from newslint.desk.discovery import Assignment, assignments
from newslint.desk.options import Options
from newslint.desk.said import VALE
from newslint.desk.snapshot import Snapshot, keep_patterns, restore_patterns, snapshot
from newslint.plugins.registry import Detector, Registry, Target, detectors

if TYPE_CHECKING:
    from newslint.core.document import Document
    from newslint.core.rule import ConfiguredRule
    from newslint.desk.known import Known
    from newslint.desk.setting import Setting
    from newslint.engine.comparison import Comparison
    from newslint.engine.linter import Linter
    from newslint.engine.profile import Profile


class Desk:
    """Gives every story its rules, its words and its reader. It makes each of them once."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.cache = Cache() if options.cache else None
        self.kept: Snapshot = snapshot(self.cache, without=options.without)
        # What the cache had to be told of up to now, which is no failure.
        self.notices = tuple(self.cache.notices) if self.cache else ()
        self.configs = Configs(options)
        self.found: dict[tuple[str, ...], tuple[Assignment | SourceError, ...]] = {}
        self.settings: dict[tuple[str, str], Setting] = {}
        # The encodings that the bytes of files show, and nothing else tells.
        self.guesses: dict[str, str] = {}
        self.restored = False
        # What the bytes of files are known by, where stories are compared or kept.
        self.digests: dict[str, str] = {}
        # What was odd in configs of which no setting need be made, as it was said before.
        self.recalled: dict[tuple[str, str], tuple[str, ...]] = {}
        self.linters: dict[tuple[str, str, tuple[str, ...], tuple[int, ...]], Linter] = {}

    @property
    def remarks(self) -> tuple[str, ...]:
        """Return what is odd in the configs that were met, in the names of rules that were asked for, and in
        what the cache was asked for since.
        """
        later = self.cache.notices[len(self.notices) :] if self.cache else []
        made = [remark for each in self.settings.values() for remark in each.remarks(self.options.command)]
        kept = [each for key, each in self.recalled.items() if key not in self.settings]
        return tuple(dict.fromkeys([*later, *made, *(remark for each in kept for remark in each)]))

    def remarks_on(self, config: Config) -> tuple[str, ...]:
        """Return what is odd in one config, and in the names of rules that were asked for under it."""
        return tuple(self.setting(config).remarks(self.options.command))

    @cached_property
    def known(self) -> Known:
        """Return the settings, of which a run of unchanged stories makes none."""
        from newslint.desk.known import Known

        return Known(self.cache, self.kept, self.options)

    def __reduce__(self) -> tuple[type[Desk], tuple[Options]]:
        """Pass a desk to another process as what it was made of."""
        return Desk, (self.options,)

    def restore(self) -> None:
        """Take up the patterns that earlier runs compiled, before the first is used."""
        if self.cache and not self.restored:
            self.restored = True
            restore_patterns(self.cache)

    def close(self) -> None:
        """Keep what was compiled for the next run."""
        # Where nothing was read, nothing was compiled, and what is kept has not been looked at.
        if self.cache and self.restored:
            keep_patterns(self.cache)
            self.known.keep()

    @property
    def registry(self) -> Registry:
        """Return what the plugins bring."""
        return self.kept.registry

    def assignments(self, paths: Iterable[str]) -> Iterator[Assignment | SourceError]:
        """Yield the stories that *paths* name, and an error for each path that is not there.

        They are found once, as what comes by standard input can be read once.
        """
        paths = tuple(paths)
        if paths not in self.found:
            found = assignments(
                paths, self.options, configs=self.configs, known=self.knows, wanted=self.wants
            )
            self.found[paths] = tuple(found)
        return iter(self.found[paths])

    @cached_property
    def questions(self) -> dict[str, Callable[[Document], object]]:
        """Return what reporters ask of every story, by format. Raises PluginError for one that is none."""
        targets = {name: self.registry.reporters.get(name) for name in self.options.formats}
        return {
            name: target.made(offering="facts").facts
            for name, target in targets.items()
            if target and hasattr(target.loaded(), "facts")
        }

    @cached_property
    def profile(self) -> Profile | None:
        """Return what adds up the time of rules and views, where it is asked for."""
        if not self.options.profile:
            return None
        from newslint.engine.profile import Profile

        return Profile()

    @cached_property
    def detectors(self) -> tuple[Detector, ...]:
        """Return the plugins that tell by its bytes which reader a file wants, loaded once."""
        return detectors(self.options.without)

    def setting(self, config: Config) -> Setting:
        """Return what a config comes to. Raises ConfigError and RuleError."""
        self.restore()
        key = (config.origin, config.glob)
        if key not in self.settings:
            self.settings[key] = self.known.setting(config)
        return self.settings[key]

    @property
    def config_here(self) -> Config:
        """Return the config nearest the working directory."""
        return self.configs.above(Path.cwd())

    def here(self) -> Setting:
        """Return what the config nearest the working directory comes to."""
        return self.setting(self.config_here)

    def linter(self, assignment: Assignment) -> Linter:
        """Return the linter for a story, with the layers of `[files."…"]` that its path matches."""
        config = assignment.config
        # The setting is made first, as it says which globs are faulty.
        made = self.setting(config)
        globs = tuple(config.globs(assignment.path))
        sections = made.sections_of(assignment.name, assignment.path)
        key = (config.origin, config.glob, globs, sections)
        if key not in self.linters:
            from newslint.engine.linter import Linter

            linter = Linter(self._rules(made, globs, sections), names=made.names)
            self.linters[key] = self.profile.watch(linter) if self.profile else linter
        return self.linters[key]

    @property
    def rules(self) -> dict[str, ConfiguredRule]:
        """Return the rules that were asked, by id; of two settings of one rule, the first."""
        return self._asked(tuple(self.linters.values()))

    def rules_for(self, stories: Iterable[Assignment]) -> dict[str, ConfiguredRule]:
        """Return the rules that some stories are asked about, as `rules` does."""
        return self._asked([self.linter(each) for each in stories])

    def _asked(self, linters: Sequence[Linter]) -> dict[str, ConfiguredRule]:
        made = [rule for linter in reversed(linters) for rule in linter.rules]
        asked = {rule.id: rule for rule in made if self.options.across or not _compares(rule)}
        return dict(sorted(asked.items()))

    @cached_property
    def comparison(self) -> Comparison:
        """Return the rules across stories, as the config nearest the working directory has them."""
        from newslint.engine.comparison import Comparison

        made = self.here()
        return Comparison(self._rules(made, ()), names=made.names)

    def assigned(
        self, path: str, content: bytes, *, reader: str | None = None, encoding: str = ""
    ) -> Assignment:
        """Return the assignment of a story that the caller holds, as if it lay at *path*."""
        config = self.configs.speaking_for(Path(path))
        return Assignment(Path(path), path, config, content, reader, encoding)

    def source(self, assignment: Assignment) -> Source:
        """Return the bytes of a story, in the encoding it has. Raises SourceError where there are none."""
        source = assignment.source(self.options.most_bytes)
        return Source(source.path, source.content, source.named or self.options.encoding)

    def documents(self, assignment: Assignment) -> Iterator[Document | SourceError]:
        """Read a file: its story or stories, and an error for what cannot be read as copy."""
        try:
            stories = self._read(assignment)
        except SourceError as cause:
            yield cause
            return
        language = self.setting(assignment.config).language
        for each in stories:
            yield each if isinstance(each, SourceError) else self._told(each, language)

    def document(self, assignment: Assignment) -> Document:
        """Read a file of one story. Raises SourceError where it cannot be read as copy, or holds several."""
        stories = list(self.documents(assignment))
        if len(stories) != 1:
            raise SourceError(assignment.name, f"holds {len(stories)} stories; expected one.")
        if isinstance(stories[0], SourceError):
            raise stories[0]
        return stories[0]

    def writing(self, assignment: Assignment) -> Writing:
        """Tell how fixes are written into a file. Raises SourceError where its reader does not load."""
        return writing(self._target(assignment), assignment.name)

    def written(self, assignment: Assignment, edits: Sequence[SourceEdit], *, at: datetime | None) -> bytes:
        """Have the reader of a file write edits into it: tracked *at* a time in UTC, or plainly."""
        reader = self._target(assignment).made(offering="written")
        content: bytes = reader.written(self.source(assignment), edits, at=at)
        return content

    def comments(self, assignment: Assignment) -> tuple[str, ...]:
        """Return the forms that an ignore may take in a file, none where it takes no comment."""
        return tuple(getattr(self._target(assignment).loaded(), "comments", ()))

    def commented(self, assignment: Assignment, comments: Sequence[SourceEdit], *, at: datetime) -> bytes:
        """Have the reader of a file put comments beside its words, signed *at* a time in UTC."""
        reader = self._target(assignment).made(offering="commented")
        content: bytes = reader.commented(self.source(assignment), comments, at=at)
        return content

    def _target(self, assignment: Assignment) -> Target:
        return self.registry.readers[self._reader(assignment, self.source(assignment))]

    def _read(self, assignment: Assignment) -> Iterator[Document | SourceError]:
        """Have the reader of a file read it. Raises SourceError where it has no bytes, or no reader."""
        from newslint.desk.reading import read

        self.restore()
        source = self.source(assignment)
        if self.options.across or self.options.cache:
            self.digests[source.path] = content_digest(source.content)
        reader = self._reader(assignment, source)
        guessed = source.guessed()
        if guessed and writing(self.registry.readers[reader], source.path) == Writing.TEXT:
            self.guesses[source.path] = guessed
        return read(source, reader, self.registry, self.setting(assignment.config).lexicon)

    def _told(self, document: Document, language: str) -> Document:
        """Add what the command line and the config say of a story."""
        if self.options.date is not None or language:
            date = self.options.date or document.meta.date
            meta = msgspec.structs.replace(document.meta, date=date, expected=language)
            document = msgspec.structs.replace(document, meta=meta, memory={})
        return self.profile.watched(document) if self.profile else document

    def _reader(self, assignment: Assignment, source: Source) -> str:
        named = assignment.reader or self.options.reader or self._named(assignment.config, assignment.path)
        return named or reader_name(assignment.path, source, self.registry, lambda: self.detectors)

    def knows(self, path: Path) -> bool:
        """Tell whether a walk takes a file: its extension is known, or its config names its reader."""
        return path.suffix.lower() in self.registry.extensions or self._configured(path)

    def wants(self, path: Path) -> bool:
        """Tell whether the first bytes of a file that a walk takes are a story's."""
        return wanted(path, self.registry) or self._configured(path)

    def _configured(self, path: Path) -> bool:
        return self._named(self.configs.speaking_for(path), path) is not None

    def _named(self, config: Config, path: Path) -> str | None:
        """Name the reader that a config gives a file, or that its `.vale.ini` knows the extension as."""
        named = config.reader(path)
        if named or not (self.options.style or config.style.style or "").startswith(VALE):
            return named
        known = self.setting(config).formats.get(path.suffix.removeprefix("."))
        return next(iter(self.registry.extensions.get(f".{known}", ())), None)

    def _rules(
        self, made: Setting, globs: tuple[str, ...], sections: tuple[int, ...] = ()
    ) -> tuple[ConfiguredRule, ...]:
        rules = made.rules(globs, self.options.command, sections)
        return tuple(filter(_compares, rules)) if self.options.across_only else rules


def _compares(rule: ConfiguredRule) -> bool:
    return rule.traits.across
