"""Makes an archive of 300 stories by every engine, and of S3, and compares their tables."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from archives import everything, fill

STORIES = 300
ENGINES = {
    "daft": ["--engine", "daft"],
    "ray": ["--engine", "daft", "--ray", "local"],
    "dask": ["--engine", "dask"],
}


def main() -> None:
    """Compare them all with the local engine."""
    os.chdir(sys.argv[1])
    fill(Path("stories"), STORIES)
    Path("stories/city/bad.txt").write_bytes(b"It was \x00 bad.\n")
    alone = made("local", "stories")
    for name, words in ENGINES.items():
        assert made(name, "stories", *words) == alone, name
        print(f"{name}: the same rows.", flush=True)
    in_bucket(alone)


def made(name: str, source: str, *words: str) -> dict[str, list[dict[str, Any]]]:
    """Make an archive, of which one story cannot be read, and return its tables."""
    command = ["newslint", "archive", source, "--out", name, "--isolated", "--jobs", "2", *words]
    done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
    assert done.returncode == 2, name
    return everything(Path(name))


def in_bucket(alone: dict[str, list[dict[str, Any]]]) -> None:
    """Put the stories into a bucket, make its archive by two engines, and once more of nothing new."""
    import boto3
    from moto.server import ThreadedMotoServer

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    endpoint = f"http://{host}:{port}"
    os.environ.update(AWS_ACCESS_KEY_ID="desk", AWS_SECRET_ACCESS_KEY="desk", AWS_ENDPOINT_URL=endpoint)
    os.environ["AWS_DEFAULT_REGION"] = "us-east-1"
    client = boto3.client("s3")
    client.create_bucket(Bucket="morgue")
    for path in sorted(Path("stories").rglob("*.txt")):
        client.put_object(Bucket="morgue", Key=path.as_posix(), Body=path.read_bytes())
    local = made("s3-local", "s3://morgue/stories")
    assert counts(local) == counts(alone)
    assert local["stories"][0]["path"] == "s3://morgue/stories/city/0000.txt"
    assert made("s3-daft", "s3://morgue/stories", "--engine", "daft") == local
    again = ["newslint", "archive", "s3://morgue/stories", "--out", "s3-local", "--isolated"]
    said = subprocess.run(again, check=False, capture_output=True, text=True).stdout
    assert said == f"s3-local: {STORIES + 1} stories, 0 linted now.\n", said
    server.stop()
    print("s3: the same rows.", flush=True)


def counts(tables: dict[str, list[dict[str, Any]]]) -> dict[str, int]:
    """Return how many rows each table has."""
    return {name: len(rows) for name, rows in tables.items()}


if __name__ == "__main__":
    main()
