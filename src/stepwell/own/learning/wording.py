"""What the library does not say, and in which shape it says the rest."""

import re

from stepwell.own.learning.article import Article

FEWEST, MOST = 300, 700
NEVER = (
    "cheater", "victim", "addict", "co-addict", "addiction", "codependent", "codependency", "perpetrator",
    "get over", "gets over", "getting over", "got over", "move on", "moves on", "moving on", "moved on",
    "wronged", "guilty", "innocent", "closure", "back to normal", "should", "must", "ought to", "have to",
    "proven", "prove that", "homewrecker", "mistress", "other woman", "other man", "let go of the past",
)  # fmt: skip
PATTERN = re.compile(r"\b(" + "|".join(map(re.escape, NEVER)) + r")(?:s|ed)?\b", re.IGNORECASE)
SHOUTED = re.compile("[!\U0001f300-\U0001faff\u2600-\u27bf]")
MARKUP = re.compile(r"<[a-z/]|&[a-z]+;|!\[|\]\(", re.IGNORECASE)
HEADING = re.compile(r"^(#+)\s", re.MULTILINE)


def remarks(article: Article) -> list[str]:
    """What an editor would say of it; nothing when it may stand. The reading grade is `readability`'s."""
    said = "\n".join([article.title, article.summary, article.note, article.body])
    found = [f"says “{hit.group()}”" for hit in PATTERN.finditer(said)]
    found += [f"has “{hit.group()}” in it" for hit in SHOUTED.finditer(said)]
    found += [
        f"markup beyond headings, lists, emphasis: “{hit.group()}”" for hit in MARKUP.finditer(article.body)
    ]
    if not FEWEST <= article.words <= MOST:
        found.append(f"{article.words} words; {FEWEST} to {MOST} are the measure")
    levels = {len(marks) for marks in HEADING.findall(article.body)}
    if levels - {2}:
        found.append("headings are of the second level only (##)")
    if len(HEADING.findall(article.body)) < 2:
        found.append("fewer than two headings")
    if article.summary.count(".") != 1 or not article.summary.endswith("."):
        found.append("the summary is one sentence with a full stop")
    return found
