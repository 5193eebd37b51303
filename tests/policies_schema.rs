//! The schema is current, accepts what the parser accepts, and knows the same keys.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::panic)]

mod files;

use std::collections::BTreeSet;

use files::FILES;
use serde_json::{Map, Value, json};
use slor::policy::{Policy, schema};

fn root() -> Value {
    serde_json::from_str(&schema()).unwrap()
}

/// The definition that a schema refers to, or the schema itself.
fn resolve<'s>(root: &'s Value, schema: &'s Value) -> &'s Value {
    match schema["$ref"].as_str() {
        Some(name) => &root["$defs"][name.rsplit('/').next().unwrap()],
        None => schema,
    }
}

/// What is wrong with a value under a schema: the part of JSON Schema that ours uses.
fn wrong(root: &Value, schema: &Value, value: &Value, path: &str) -> Vec<String> {
    let schema = resolve(root, schema);
    let mut found = Vec::new();
    let mut say = |it: String| found.push(format!("{path}: {it}"));
    if let Some(options) = schema["enum"].as_array() {
        if !options.contains(value) {
            say(format!("{value} is not an option"));
        }
        return found;
    }
    if let Some(options) = schema["anyOf"].as_array() {
        if !options.iter().any(|it| wrong(root, it, value, path).is_empty()) {
            say("fits none".to_owned());
        }
        return found;
    }
    if schema.get("const").is_some_and(|it| it != value) {
        say("not the constant".to_owned());
    }
    match (schema["type"].as_str(), value) {
        (Some("object"), Value::Object(members)) => {
            for (key, value) in members {
                match schema["properties"].get(key) {
                    Some(property) => found.extend(wrong(root, property, value, &format!("{path}.{key}"))),
                    None => found.push(format!("{path}: no key {key}")),
                }
            }
            let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
            found.extend(required.filter(|it| !members.contains_key(*it)).map(|it| format!("{path}: {it} is missing")));
        }
        (Some("array"), Value::Array(items)) => {
            if items.len() < schema["minItems"].as_u64().unwrap() as usize {
                say("too short".to_owned());
            }
            for (n, item) in items.iter().enumerate() {
                found.extend(wrong(root, &schema["items"], item, &format!("{path}.{n}")));
            }
        }
        (Some("string"), Value::String(_))
        | (Some("integer"), Value::Number(_))
        | (Some("boolean"), Value::Bool(_))
        | (None, _) => {}
        (Some(expected), _) => say(format!("not of type {expected}")),
    }
    found
}

/// A value with every key that the schema knows, and an unknown one beside them; leaves are null.
fn all_keys(root: &Value, schema: &Value) -> Value {
    let schema = resolve(root, schema);
    match schema["type"].as_str() {
        Some("object") => {
            let properties = schema["properties"].as_object().unwrap();
            let mut all: Map<_, _> = properties.iter().map(|it| (it.0.clone(), all_keys(root, it.1))).collect();
            all.insert(UNKNOWN.to_owned(), Value::Null);
            Value::Object(all)
        }
        Some("array") => json!([all_keys(root, &schema["items"])]),
        _ => Value::Null,
    }
}

const UNKNOWN: &str = "a-key-that-nobody-knows";

/// The keys of every object of the schema, by the path where the parser meets it.
fn objects(root: &Value, schema: &Value, path: &str, found: &mut Vec<(String, BTreeSet<String>)>) {
    let schema = resolve(root, schema);
    let below = |step: &str| if path.is_empty() { step.to_owned() } else { format!("{path}.{step}") };
    match schema["type"].as_str() {
        Some("object") => {
            let properties = schema["properties"].as_object().unwrap();
            found.push((below(UNKNOWN), properties.keys().filter(|it| *it != "$schema").cloned().collect()));
            for (key, property) in properties {
                objects(root, property, &below(key), found);
            }
        }
        Some("array") => objects(root, &schema["items"], &below("0"), found),
        _ => {}
    }
}

#[test]
fn the_schema_file_is_current() {
    let current = include_str!("../policies/policy.schema.json") == schema();
    assert!(current, "policies/policy.schema.json is not what slor::policy::schema() gives: write it anew");
}

#[test]
fn the_parser_knows_exactly_the_keys_of_the_schema() {
    let root = root();
    let mut all = all_keys(&root, &root);
    all["$schema"] = json!("policy.schema.json");
    let errors = Policy::parse(&all.to_string()).unwrap_err();
    let unknown: Vec<_> = errors.problems().iter().filter(|it| it.message.starts_with("unknown ")).collect();
    let mut expected = Vec::new();
    objects(&root, &root, "", &mut expected);
    for (path, keys) in &expected {
        let problem = unknown.iter().find(|it| it.path == *path).unwrap_or_else(|| panic!("{path} was accepted"));
        let known: BTreeSet<_> =
            problem.message.split_once("; known: ").unwrap().1.split(", ").map(str::to_owned).collect();
        assert_eq!(&known, keys, "{path}");
    }
    assert_eq!(unknown.len(), expected.len(), "{unknown:#?}");
    assert!(expected.len() > 60, "only {} objects were compared", expected.len());
}

#[test]
fn the_policy_files_fit_the_schema() {
    let root = root();
    for (file, text) in FILES {
        assert_eq!(wrong(&root, &root, &serde_json::from_str(text).unwrap(), file), [""; 0]);
    }
}

#[test]
fn the_schema_refuses_every_misspelt_key_of_the_files() {
    let root = root();
    for (file, text) in FILES {
        let whole: Value = serde_json::from_str(text).unwrap();
        let mut pointers = Vec::new();
        keys(&whole, String::new(), &mut pointers);
        for (parent, key) in pointers {
            let mut misspelt = whole.clone();
            let members = misspelt.pointer_mut(&parent).unwrap().as_object_mut().unwrap();
            let value = members.remove(&key).unwrap();
            members.insert(format!("{key}q"), value);
            assert!(!wrong(&root, &root, &misspelt, file).is_empty(), "{file}: {parent}/{key}");
        }
    }
}

/// Every key with the pointer to its object.
fn keys(value: &Value, pointer: String, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                found.push((pointer.clone(), key.clone()));
                keys(value, format!("{pointer}/{key}"), found);
            }
        }
        Value::Array(items) => {
            for (n, item) in items.iter().enumerate() {
                keys(item, format!("{pointer}/{n}"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn every_key_is_described_in_a_sentence() {
    let root = root();
    let definitions = root["$defs"].as_object().unwrap();
    let objects = definitions.iter().filter(|it| it.0 != "Texts" && it.1["type"] == "object").map(|it| it.1);
    for object in objects.chain([&root]) {
        for (key, property) in object["properties"].as_object().unwrap() {
            let description = property["description"].as_str().unwrap_or_default();
            assert!(description.contains(' ') && description.ends_with('.'), "{key}: {description}");
        }
    }
}
