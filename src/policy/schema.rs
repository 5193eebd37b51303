//! The JSON schema of the policy file, from the same declarations as the reader.

use serde_json::{Map, Value, json};

use crate::category::Language;
use crate::policy::file::PolicyFile;
use crate::policy::form::{Field, Form, Shape, Vocabulary};
use crate::policy::word::Word;

/// The JSON schema (2020-12) of policy files, as it stands in `policies/policy.schema.json`.
pub fn schema() -> String {
    let Form::Object(shape) = PolicyFile::FORM else { return String::new() };
    let mut definitions = Map::new();
    let mut root = object(shape, &mut definitions);
    root["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    root["title"] = json!("A policy of Slør");
    let doc = "Where an editor finds this schema. Slør does not read it.";
    root["properties"]["$schema"] = json!({ "type": "string", "description": doc });
    root["$defs"] = Value::Object(definitions);
    let mut text = serde_json::to_string_pretty(&root).unwrap_or_default();
    text.push('\n');
    text
}

fn of(form: &Form, definitions: &mut Map<String, Value>) -> Value {
    match form {
        Form::Flag => json!({ "type": "boolean" }),
        Form::Whole(min, max) => json!({ "type": "integer", "minimum": min, "maximum": max }),
        Form::Text => json!({ "type": "string", "minLength": 1 }),
        Form::Formed(formed) => define(formed.name, definitions, |_| {
            let doc = format!("It's {}.", formed.form);
            json!({ "type": "string", "pattern": formed.pattern, "description": doc })
        }),
        Form::Texts => define("Texts", definitions, |definitions| {
            let mut texts = table(Language::VOCABULARY, &Form::Text, definitions);
            texts["description"] = json!("A text by language. Each language of `languages` must be there.");
            texts["minProperties"] = json!(1);
            texts
        }),
        Form::Name => define("Name", definitions, |definitions| {
            json!({
                "description": "A name: one text for every language, or an object with one a language.",
                "anyOf": [of(&Form::Text, definitions), of(&Form::Texts, definitions)],
            })
        }),
        Form::Word(vocabulary) => json!({ "enum": vocabulary.names }),
        Form::List(form, min) => json!({ "type": "array", "items": of(form, definitions), "minItems": min }),
        Form::Set(vocabulary, min) => {
            json!({ "type": "array", "items": { "enum": vocabulary.names }, "minItems": min, "uniqueItems": true })
        }
        Form::Table(vocabulary, form) => table(vocabulary, form, definitions),
        Form::Object(shape) => define(shape.name, definitions, |definitions| object(shape, definitions)),
    }
}

/// Defines something once, and refers to it.
fn define(
    name: &str,
    definitions: &mut Map<String, Value>,
    definition: impl FnOnce(&mut Map<String, Value>) -> Value,
) -> Value {
    if !definitions.contains_key(name) {
        let definition = definition(definitions);
        definitions.insert(name.to_owned(), definition);
    }
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn table(vocabulary: &Vocabulary, form: &Form, definitions: &mut Map<String, Value>) -> Value {
    let value = of(form, definitions);
    let properties: Map<_, _> = vocabulary.names.iter().map(|it| (it.to_string(), value.clone())).collect();
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

fn object(shape: &Shape, definitions: &mut Map<String, Value>) -> Value {
    let mut properties = Map::new();
    for key in shape.keys {
        // 2020-12 allows a description of one's own beside a reference.
        let mut property = of(key.form, definitions);
        property["description"] = json!(key.doc.trim());
        properties.insert(key.name.to_owned(), property);
    }
    let required: Vec<_> = shape.keys.iter().filter(|it| it.required).map(|it| it.name).collect();
    let mut object = json!({
        "type": "object",
        "description": shape.doc.trim(),
        "additionalProperties": false,
        "properties": properties,
    });
    if !required.is_empty() {
        object["required"] = json!(required);
    }
    object
}
