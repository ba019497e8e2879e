"""The day of speaking: from the dateline when it names one, else the day of publication."""

import re
from datetime import date

from schema.document import Document

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = re.compile(rf"\b({'|'.join(_MONTHS)})[a-z]*\.?\s+(\d{{1,2}})\b", re.I)


def said_on(document: Document) -> tuple[date | None, str | None]:
    """The day and where it comes from ("dateline" or the source of the publication day).

    A dateline has no year: it is the last such day up to the day of publication.
    """
    published = document.published
    if published is None:
        return None, None
    found = _DAY.search(document.dateline or "")
    if found is None:
        return published, document.published_source.value
    month, day = _MONTHS.index(found[1].lower()) + 1, int(found[2])
    for year in (published.year, published.year - 1):
        try:
            spoken = date(year, month, day)
        except ValueError:  # "Feb 30", or Feb 29 in a common year
            continue
        if spoken <= published:
            return spoken, "dateline"
    return published, document.published_source.value
