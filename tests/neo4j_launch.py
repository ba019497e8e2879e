"""How to start a Neo4j 5.26 Community server: with Docker, else with Java and Maven.

Goes out: a `Launch`, the command and the files it needs. Called by `tests.neo4j_server`, which
runs it. The Java way uses the published Maven artifacts: the same server as the official image.
"""

import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

VERSION = "5.26.30"
BROWSER = "5.24.0"
IMAGE = "neo4j:5.26-community"
CACHE = Path(__file__).parents[1] / ".cache" / f"neo4j-{VERSION}"
ARTIFACTS = (
    ("org.neo4j", "neo4j", VERSION),
    ("org.neo4j.app", "neo4j-server", VERSION),
    ("org.neo4j.client", "neo4j-browser", BROWSER),
)
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.lang", "java.util.concurrent")


class Unavailable(Exception):
    """There is no way to a Neo4j on this machine; the message says what was looked for."""


@dataclass(frozen=True)
class Launch:
    """A command that runs a server in the foreground, and the password it starts with.

    `signal` ends it: Docker's client must be asked, so that it ends the container; a server of our
    own whose data nobody wants need not tidy up for ten seconds.
    """

    name: str
    command: tuple[str, ...]
    first_password: str
    signal: str


def output(*command: str) -> str | None:
    """What a program prints (both streams), or None when it is not there or fails."""
    if shutil.which(command[0]) is None:
        return None
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    return done.stdout + done.stderr if done.returncode == 0 else None


def java_version() -> int:
    """The major version of the `java` on the path; 0 when there is none."""
    found = re.search(r'version "(\d+)', output("java", "-version") or "")
    return int(found[1]) if found else 0


def launch(home: Path, *, bolt: int, http: int, password: str) -> Launch:
    """The best way to start a server here. Raises Unavailable when there is none."""
    if output("docker", "info") is not None:
        return _docker(bolt, http, password)
    if java_version() >= 17 and shutil.which("mvn"):
        return _java(home, bolt, http)
    raise Unavailable(
        "no Neo4j: set POLICYKG_TEST_NEO4J_URI to an empty server, or start Docker, "
        f"or install Java 17 and Maven (java found: {java_version() or 'none'})"
    )


def _docker(bolt: int, http: int, password: str) -> Launch:
    setting = f"NEO4J_server_bolt_advertised__address=127.0.0.1:{bolt}"
    command = ("docker", "run", "--rm", "--name", f"policykg-test-{bolt}")
    ports = ("-p", f"127.0.0.1:{bolt}:7687", "-p", f"127.0.0.1:{http}:7474")
    settings = ("-e", f"NEO4J_AUTH=neo4j/{password}", "-e", setting)
    return Launch(f"Docker, {IMAGE}", (*command, *ports, *settings, IMAGE), password, "TERM")


def _java(home: Path, bolt: int, http: int) -> Launch:
    jars = _artifacts()
    (home / "logs").mkdir(parents=True, exist_ok=True)
    (home / "conf").mkdir(exist_ok=True)
    (home / "conf" / "neo4j.conf").write_text(_configuration(bolt, http), encoding="utf-8")
    opened = (f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in OPENED)
    # The quick compiler alone and one collector's thread: starts on half the processor time.
    sparing = ("-Xms256m", "-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
    # Without the folder, native parts are unpacked in the home of whoever runs the tests.
    native = ("--enable-native-access=ALL-UNNAMED", f"-Djna.tmpdir={home}")
    entry = ("-cp", f"{jars}/*", "org.neo4j.server.CommunityEntryPoint")
    folders = (f"--home-dir={home}", f"--config-dir={home / 'conf'}")
    command = ("java", *sparing, *native, *opened, *entry, *folders)
    return Launch(f"Java {java_version()} and Maven, Neo4j {VERSION}", command, "neo4j", "KILL")


def _configuration(bolt: int, http: int) -> str:
    return f"""\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt}
server.http.listen_address=127.0.0.1:{http}
server.https.enabled=false
server.memory.pagecache.size=128m
db.tx_log.rotation.retention_policy=1 files
dbms.usage_report.enabled=false
"""


def _artifacts() -> Path:
    """The folder of jars, fetched once by Maven. Raises Unavailable when Maven cannot."""
    if CACHE.is_dir():
        return CACHE
    CACHE.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE.parent) as folder:
        (Path(folder) / "pom.xml").write_text(_pom(), encoding="utf-8")
        goal = ("dependency:copy-dependencies", "-DincludeScope=runtime", "-DoutputDirectory=lib")
        command = ("mvn", "-q", "-B", *goal)
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Unavailable(f"Maven could not fetch Neo4j {VERSION}: {done.stdout[-500:]}")
        # Renamed when whole: a run that is killed, or one beside this one, leaves no half folder.
        if not CACHE.is_dir():
            (Path(folder) / "lib").rename(CACHE)
    return CACHE


def _pom() -> str:
    dependencies = "".join(
        f"<dependency><groupId>{group}</groupId><artifactId>{name}</artifactId>"
        f"<version>{version}</version></dependency>"
        for group, name, version in ARTIFACTS
    )
    return (
        '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
        "<groupId>policykg</groupId><artifactId>neo4j-for-tests</artifactId><version>1</version>"
        f"<packaging>pom</packaging><dependencies>{dependencies}</dependencies></project>"
    )
