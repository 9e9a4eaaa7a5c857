"""Findings for programs: JSON by the published schema ``check.schema.json``, and SARIF 2.1.0."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from baobiao.check.rule import Rule
from baobiao.check.verdict import Verdict
from baobiao.model import Finding

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


def to_json(verdicts: Iterable[Verdict]) -> str:
    """The verdicts as JSON text; its form is ``schema()``."""
    documents = [
        {
            "source": verdict.draft.report.source,
            "report_type": verdict.report_type,
            "sections": dict(verdict.sections),
            "findings": [_finding(finding) for finding in verdict.findings],
        }
        for verdict in verdicts
    ]
    return json.dumps({"documents": documents}, ensure_ascii=False, indent=2)


def schema() -> dict[str, Any]:
    """The JSON schema of what ``to_json`` gives.

    >>> schema()["required"]
    ['documents']
    """
    text = (files("baobiao.telling") / "check.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def to_sarif(verdicts: Sequence[Verdict], rules: Sequence[Rule], version: str) -> str:
    """The verdicts as a SARIF 2.1.0 log. Regions count characters (Unicode code points) of the report's text."""
    used = {finding.code for verdict in verdicts for finding in verdict.findings}
    told = [rule for rule in rules if rule.code in used]
    index = {rule.code: number for number, rule in enumerate(told)}
    driver = {
        "name": "baobiao",
        "version": version,
        "language": "zh-CN",
        "rules": [
            {
                "id": rule.code,
                "name": rule.name,
                "shortDescription": {"text": rule.name},
                "fullDescription": {"text": f"{rule.why}\n依据：{rule.source}"},
                "defaultConfiguration": {"level": _LEVELS[rule.severity]},
            }
            for rule in told
        ],
    }
    results = [
        _result(verdict, finding, index) for verdict in verdicts for finding in verdict.findings
    ]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log = {"$schema": _SARIF, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "key": finding.key,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "source_of_rule": finding.source_of_rule,
    }


def _result(verdict: Verdict, finding: Finding, index: dict[str, int]) -> dict[str, Any]:
    physical: dict[str, Any] = {
        "artifactLocation": {"uri": quote(verdict.draft.report.source.replace("\\", "/"))}
    }
    if finding.end > finding.start:
        physical["region"] = _region(verdict.draft.report.text, finding)
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {
            "text": finding.message
            + (f"。建议：{finding.suggestion}" if finding.suggestion else "")
        },
        "locations": [{"physicalLocation": physical}],
    }
    if finding.code in index:
        result["ruleIndex"] = index[finding.code]
    return result


def _region(text: str, finding: Finding) -> dict[str, Any]:
    first, last = finding.start, finding.end
    return {
        "startLine": text.count("\n", 0, first) + 1,
        "startColumn": first - text.rfind("\n", 0, first),
        "endLine": text.count("\n", 0, last) + 1,
        "endColumn": last - text.rfind("\n", 0, last),
        "charOffset": first,
        "charLength": last - first,
        "snippet": {"text": finding.text},
    }
