"""The application: addresses → what answers them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from newslint.desk.desk import Desk
from newslint.desk.options import Options
from newslint.pages.catalogue import rules_report
from newslint.server.answers import JSON, answer, refused
from newslint.server.bodies import Bodies, Limits
from newslint.server.crew import Crew
from newslint.server.faults import RequestError
from newslint.server.forms import form
from newslint.server.guards import Access, Guarded
from newslint.server.jobs import Answer, Wish
from newslint.server.languagetool import SOFTWARE, configuration, languages
from newslint.server.openapi import ANSWERS, openapi
from newslint.server.stories import job
from newslint.server.wishes import checking

Handler = Callable[[Request], Awaitable[Response]]
READING = ["GET", "HEAD"]
PAGE = Path(__file__).parent / "page"
CHECKING = ["GET", "HEAD", "POST", "PUT"]


def application(options: Options, limits: Limits, access: Access, *, processes: int) -> Guarded:
    """Return the application behind its guards. Raises ConfigError and RuleError for a desk that is none."""
    service = _Service(options, limits, access, processes)
    routes: list[BaseRoute] = [
        Route("/v2/check", service.check, methods=CHECKING),
        Route("/v2/languages", service.languages, methods=READING),
        Route("/v2/info", service.info, methods=READING),
        Route("/v2/maxtextlength", service.longest, methods=READING),
        Route("/v2/configinfo", service.configuration, methods=READING),
        Route("/v2/words", service.words, methods=READING),
        Route("/v2/words/{change:str}", service.word, methods=["POST"]),
        *(Route(path, _healthy, methods=READING) for path in ("/v2/healthcheck", "/health")),
        *(Route(f"/v1/{wish}", service.story(wish), methods=["POST"]) for wish in Wish),
        Route("/v1/rules", service.rules, methods=READING),
        Route("/v1/explain/{rule}", service.explained, methods=READING),
        Route("/v1/styles", service.styles, methods=READING),
        Route("/v1/openapi.json", service.described, methods=READING),
    ]
    routes += [
        Route("/", _page, methods=READING),
        Mount("/page", StaticFiles(directory=PAGE), name="page"),
    ]
    handlers = {RequestError: _refused, HTTPException: _missed, Exception: _failed}
    app = Starlette(routes=routes, exception_handlers=handlers, lifespan=service.lifespan)  # type: ignore[arg-type]
    app.router.redirect_slashes = False
    return Guarded(app, access)


class _Service:
    """What the answers need: options, rules, limits, the token, and the crew while it serves."""

    def __init__(self, options: Options, limits: Limits, access: Access, processes: int) -> None:
        self.options, self.limits, self.access, self.processes = options, limits, access, processes
        setting = Desk(options).here()
        self.book, self.report = setting.book, rules_report(setting)
        self.description, self.bodies = openapi(), Bodies(limits)
        self.crew: Crew | None = None

    @asynccontextmanager
    async def lifespan(self, _: Starlette) -> AsyncIterator[None]:
        """Hire the crew, and dismiss it."""
        most, seconds = self.limits.most_at_once, self.limits.seconds
        self.crew = Crew(self.options, size=self.processes, most=most, seconds=seconds)
        yield
        self.crew.dismiss()

    async def check(self, request: Request) -> Response:
        """Check copy for a client of LanguageTool."""
        content = await self.bodies.read(request)
        fields = {**form(request.scope["query_string"]), **form(content)}
        self.access.expect_key(request.headers, fields.get("apiKey", ""))
        wanted = checking(fields, self.options, most=self.limits.most_bytes)
        return _sent(await self._crew.answer(wanted, _client(request)))

    def story(self, wish: Wish) -> Handler:
        """Return what answers one wish of the own API."""

        async def answered(request: Request) -> Response:
            content = await self.bodies.read(request)
            kind = request.headers.get("content-type", "")
            wanted = job(wish, content, kind, request.query_params, self.options)
            made = await self._crew.answer(wanted, _client(request))
            return _sent(made, ANSWERS.get(wish, JSON))

        return answered

    async def languages(self, _: Request) -> Response:
        """Name the languages of LanguageTool's clients that copy may be in."""
        return answer(languages())

    async def info(self, _: Request) -> Response:
        """Say what serves."""
        return answer({"software": SOFTWARE})

    async def longest(self, _: Request) -> Response:
        """Say how long a text may be."""
        return PlainTextResponse(str(self.limits.most_bytes))

    async def configuration(self, _: Request) -> Response:
        """List the rules as LanguageTool does."""
        return answer(configuration(self.report, self.limits.most_bytes))

    async def words(self, _: Request) -> Response:
        """Return the words that the user has added: none, as nothing is stored."""
        return answer({"words": []})

    async def word(self, request: Request) -> Response:
        """Say that a word was not added or deleted: the desk's register is a file."""
        verbs = {"add": "added", "delete": "deleted"}
        change = request.path_params["change"]
        if change not in verbs:
            raise RequestError(404, f"Unsupported action: 'words/{change[:40]}'")
        return answer({verbs[change]: False})

    async def rules(self, _: Request) -> Response:
        """List the rules of the server's desk."""
        return answer(self.report)

    async def explained(self, request: Request) -> Response:
        """Say why a rule is there, and who says so."""
        name = request.path_params["rule"]
        rule = self.book.rules.get(name)
        if rule is None:
            raise RequestError(404, f"Unknown rule `{name[:80]}`")
        file = rule.file
        return answer(
            {
                "schema": 1,
                "rule": rule.id,
                "title": file.title,
                "explanation": file.explanation.strip(),
                "references": file.references,
            }
        )

    async def styles(self, _: Request) -> Response:
        """List the styles that a story can be checked by."""
        styles = [{"name": name, "title": style.title} for name, style in self.book.styles.items()]
        return answer({"schema": 1, "styles": styles})

    async def described(self, _: Request) -> Response:
        """Describe the own API."""
        return answer(self.description)

    @property
    def _crew(self) -> Crew:
        if self.crew is None:
            raise RequestError(503, "The server is starting, or stopping; try again in a moment")
        return self.crew


async def _page(_: Request) -> Response:
    return FileResponse(PAGE / "index.html")


async def _healthy(_: Request) -> Response:
    return PlainTextResponse("OK")


def _client(request: Request) -> str:
    return request.client.host if request.client else ""


def _sent(made: Answer, kind: str = JSON) -> Response:
    if made.status != 200:
        raise RequestError(made.status, made.content.decode().removesuffix("."))
    return Response(made.content, media_type=kind)


async def _refused(request: Request, cause: RequestError) -> Response:
    return refused(request.url.path, cause)


async def _missed(request: Request, cause: HTTPException) -> Response:
    path = request.url.path
    if cause.status_code == 404:
        reason = f"Unsupported action: '{path.removeprefix('/v2/')[:80]}'"
        return refused(path, RequestError(404, reason))
    return refused(path, RequestError(cause.status_code, f"{request.method} is not answered at {path[:80]}"))


async def _failed(request: Request, _: Exception) -> Response:
    """Answer in the form of the interface; what went wrong is printed where the server runs."""
    return refused(request.url.path, RequestError(500, "The server failed at this request"))
