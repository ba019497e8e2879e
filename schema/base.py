"""The base of all domain models: immutable, and strict about unknown fields."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """An immutable value; a field it does not know is an error, not a shrug."""

    model_config = ConfigDict(frozen=True, extra="forbid")
