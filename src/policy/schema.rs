//! The JSON schema of the policy file, from the same declarations as the reader.

use serde_json::{Map, Value, json};

use crate::policy::file::PolicyFile;
use crate::policy::reader::Read;

/// The JSON schema (2020-12) of policy files, as it stands in `policies/policy.schema.json`.
pub fn schema() -> String {
    let mut schema = Schema { definitions: Map::new() };
    let root = PolicyFile::schema(&mut schema);
    let name = root["$ref"].as_str().unwrap_or_default().rsplit('/').next().unwrap_or_default().to_owned();
    let mut whole = json!({ "$schema": "https://json-schema.org/draft/2020-12/schema" });
    if let (Some(whole), Some(Value::Object(mut root))) = (whole.as_object_mut(), schema.definitions.remove(&name)) {
        root.insert("title".to_owned(), json!("A policy of Slør"));
        if let Some(properties) = root.get_mut("properties").and_then(Value::as_object_mut) {
            let doc = "Where an editor finds this schema. Slør does not read it.";
            properties.insert("$schema".to_owned(), json!({ "type": "string", "description": doc }));
        }
        whole.append(&mut root);
        whole.insert("$defs".to_owned(), Value::Object(schema.definitions));
    }
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_default();
    text.push('\n');
    text
}

/// The definitions gathered so far.
pub(crate) struct Schema {
    definitions: Map<String, Value>,
}

/// A key of an object.
pub(crate) struct Property {
    pub key: &'static str,
    pub doc: &'static str,
    pub required: bool,
    pub schema: Value,
}

impl Schema {
    /// Defines an object once, and refers to it.
    pub(crate) fn object(
        &mut self,
        name: &'static str,
        doc: &str,
        properties: impl FnOnce(&mut Schema) -> Vec<Property>,
    ) -> Value {
        self.define(name, |schema| {
            let properties = properties(schema);
            let required: Vec<_> = properties.iter().filter(|it| it.required).map(|it| it.key).collect();
            let mut members = Map::new();
            for property in properties {
                members.insert(property.key.to_owned(), described(property.schema, property.doc));
            }
            let mut object = json!({
                "type": "object",
                "description": doc.trim(),
                "additionalProperties": false,
                "properties": members,
            });
            if !required.is_empty() {
                object["required"] = json!(required);
            }
            object
        })
    }

    /// Defines anything once, and refers to it.
    pub(crate) fn define(&mut self, name: &'static str, definition: impl FnOnce(&mut Schema) -> Value) -> Value {
        if !self.definitions.contains_key(name) {
            self.definitions.insert(name.to_owned(), Value::Null);
            let definition = definition(self);
            self.definitions.insert(name.to_owned(), definition);
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }
}

/// The schema with a description of its own (2020-12 allows one beside a reference).
fn described(schema: Value, doc: &str) -> Value {
    let mut schema = schema;
    if let Some(members) = schema.as_object_mut() {
        members.insert("description".to_owned(), json!(doc.trim()));
    }
    schema
}
