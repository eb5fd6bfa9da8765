"""The model as JSON Schema, for completion and errors in editors' tools."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter

from .model import KINDS, Settings, Source


def schemas() -> dict[str, str]:
    """File name -> JSON Schema (draft 2020-12) for seeds/settings.yml, seeds/sources/*.yml and seeds/facts/*.yml."""
    facts: dict[str, Any] = {"title": "Facts", "type": "object", "additionalProperties": False, "properties": {}, "$defs": {}}
    facts["properties"]["source"] = {"type": "string", "pattern": "^[a-z0-9-]+$", "description": "The source's id for all records of this file."}
    for kind, model in KINDS.items():
        schema = _loosen(TypeAdapter(model).json_schema(mode="validation"))
        facts["$defs"] |= schema.pop("$defs", {})
        facts["$defs"][model.__name__] = schema
        facts["properties"][kind] = {"anyOf": [{"type": "array", "items": {"$ref": f"#/$defs/{model.__name__}"}}, {"const": ""}, {"type": "null"}]}
    files = {"facts": facts, "source": _loosen(Source.model_json_schema()), "settings": _loosen(Settings.model_json_schema())}
    return {f"{name}.schema.json": json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}, indent=1, ensure_ascii=False) + "\n" for name, schema in files.items()}


def _loosen(node: Any) -> Any:
    """Our reader takes every scalar as text, and one item for a list of one; an editor's YAML tool reads an unquoted
    2024 as a number and wants the list. The schema allows what the reader allows; only null is not written in YAML."""
    if isinstance(node, list):
        return [_loosen(item) for item in node]
    if not isinstance(node, dict):
        return node
    node = {key: _loosen(value) for key, value in node.items() if not (key == "default" and value is None)}
    if "anyOf" in node:
        node["anyOf"] = [option for option in node["anyOf"] if option != {"type": "null"}]
        if len(node["anyOf"]) == 1:
            node |= node.pop("anyOf")[0]
    if node.get("type") == "string" and "pattern" not in node and "enum" not in node and "const" not in node:
        node["type"] = ["string", "number"]
    if node.get("pattern", "").startswith(r"^\d{4}"):
        node["type"] = ["string", "integer"]
    if node.get("type") == "array" and "items" in node and node.get("minItems") == 1:
        plain = {key: node.pop(key) for key in ("items", "minItems", "type")}
        node["anyOf"] = [plain["items"], plain]
    if node.get("$ref", "").endswith("/Selector"):
        node = {"anyOf": [{"type": ["string", "number"], "minLength": 1, "maxLength": 5000}, node]}
    return node
