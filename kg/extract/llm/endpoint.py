"""An OpenAI-compatible endpoint: one question over HTTP, asked again where that may help.

Comes in: the body of a chat completion request. Goes out: a `Reply`. Every
error says which setting to look at, and none holds the key.
"""

from dataclasses import dataclass
from typing import Any

import httpx2
import stamina
from pydantic import SecretStr, ValidationError

from kg.extract.llm.completion import Reply, message_of, reply_of
from schema.errors import ConfigurationError, ExtractionError

ATTEMPTS = 5
LONGEST_WAIT = 60.0  # seconds between two attempts, whatever the server asks for


@dataclass(frozen=True)
class Endpoint:
    """Where to ask. `timeout` is for one attempt, `wait` before the second one, in seconds."""

    url: str
    key: SecretStr | None
    timeout: float
    wait: float = 0.5

    def ask(self, body: dict[str, Any]) -> Reply:
        """The model's reply. Raises ExtractionError, or ConfigurationError for a wrong setting."""
        try:
            return reply_of(self._post(body))
        except httpx2.HTTPStatusError as error:
            raise self._failure(error.response) from error
        except ValidationError as error:
            raise ConfigurationError(
                f"{self.url} answers, but not as a chat completion endpoint does: OPENAI_BASE_URL "
                "mostly ends in /v1"
            ) from error
        except httpx2.TimeoutException as error:
            raise ExtractionError(
                f"{self.url} gave no answer within {self.timeout:g} s, {ATTEMPTS} times: raise "
                "POLICYKG_LLM_TIMEOUT or use a faster model"
            ) from error
        except (httpx2.UnsupportedProtocol, httpx2.InvalidURL) as error:
            raise ConfigurationError(
                f"OPENAI_BASE_URL is {self.url!r}: it must begin with http:// or https:// "
                "and name a host"
            ) from error
        except httpx2.HTTPError as error:
            raise ExtractionError(
                f"cannot reach {self.url} ({error or type(error).__name__}): is the server "
                "running, and is OPENAI_BASE_URL its address?"
            ) from error

    def _post(self, body: dict[str, Any]) -> bytes:
        headers = {"User-Agent": "policykg"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key.get_secret_value()}"

        # No arguments: the log of a retry would show them, and they hold the whole text.
        @stamina.retry(
            on=_another_try,
            attempts=ATTEMPTS,
            timeout=None,
            wait_initial=self.wait,
            wait_jitter=self.wait,
            wait_max=LONGEST_WAIT,
        )
        def post() -> bytes:
            with httpx2.Client(headers=headers, timeout=self.timeout) as client:
                answer = client.post(f"{self.url.rstrip('/')}/chat/completions", json=body)
                return answer.raise_for_status().content

        return post()

    def _failure(self, response: httpx2.Response) -> ConfigurationError | ExtractionError:
        """What an HTTP error means to the user."""
        status = response.status_code
        told = f"{self.url} answers {status}: {message_of(response.content)}"
        if status in (401, 403):
            return ConfigurationError(f"{told}. Check OPENAI_API_KEY")
        if status == 404:
            return ConfigurationError(
                f"{told}. Check POLICYKG_LLM_MODEL (does the endpoint have this model?) and "
                "OPENAI_BASE_URL (it mostly ends in /v1)"
            )
        if status == 429:
            return ExtractionError(f"{told}. The quota or rate is used up: run again later")
        if status < 500:
            return ConfigurationError(
                f"{told}. Check OPENAI_BASE_URL, and that the model of POLICYKG_LLM_MODEL takes "
                "temperature, seed and a JSON schema as response_format"
            )
        return ExtractionError(f"{told}. Run again later: what was answered is kept")


def _another_try(error: Exception) -> bool | float:
    """Whether to ask again; where the server says so, after how many seconds."""
    if not isinstance(error, httpx2.HTTPStatusError):
        return isinstance(error, httpx2.TransportError) and not isinstance(
            error, httpx2.UnsupportedProtocol
        )
    answer = error.response
    passing = answer.status_code == 429 and "insufficient_quota" not in answer.text
    if not passing and answer.status_code < 500:
        return False
    wait = answer.headers.get("Retry-After", "")
    return min(float(wait), LONGEST_WAIT) if wait.isdecimal() and int(wait) else True
