//! The words of a policy, for JavaScript: its notice and record, what is wrong with it, and what it decides.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::policy::Problem;
use crate::promise::{Notice, Strings, record, render};
use crate::{Action, Category, Language, Policy, Purpose, Scope};

/// The privacy notice of a policy in the language of the pack (`notice-da.bin` …), as
/// `{ language, title, sections: [{ id, heading, blocks: [{ kind, passages: [{ text, language }], url }] }] }`.
///
/// Throws if the policy has mistakes or the pack is broken.
#[wasm_bindgen(js_name = noticeOf)]
pub fn notice_of(policy: &str, pack: &[u8]) -> Result<JsValue, JsError> {
    Ok(serde_wasm_bindgen::to_value(&written(policy, pack, Notice::new)?)?)
}

/// The record of processing activities (article 30) of a policy, in the same form as its notice.
#[wasm_bindgen(js_name = recordOf)]
pub fn record_of(policy: &str, pack: &[u8]) -> Result<JsValue, JsError> {
    Ok(serde_wasm_bindgen::to_value(&written(policy, pack, record::record)?)?)
}

/// The `notice` or the `record` as `markdown`, `text` or `html`: what `slor notice` and `slor record` print.
#[wasm_bindgen(js_name = textOf)]
pub fn text_of(policy: &str, pack: &[u8], document: &str, format: &str) -> Result<String, JsError> {
    let write = match document {
        "notice" => Notice::new,
        "record" => record::record,
        _ => return Err(JsError::new("unknown document; known: notice, record")),
    };
    let render = match format {
        "markdown" => render::markdown,
        "text" => render::text,
        "html" => render::html,
        _ => return Err(JsError::new("unknown format; known: markdown, text, html")),
    };
    Ok(render(&written(policy, pack, write)?))
}

/// What `slor check` says of a policy, as `{ errors, warnings }`, each a list of `{ line, column, key, message }`.
/// Columns are counted in code points, from 1. Where there are errors, nothing is warned of.
#[wasm_bindgen(js_name = checkPolicy)]
pub fn check_policy(policy: &str) -> Result<JsValue, JsError> {
    let checked = match Policy::parse(policy) {
        Ok(policy) => Checked { errors: Vec::new(), warnings: wire(&policy.warnings()) },
        Err(errors) => Checked { errors: wire(errors.problems()), warnings: Vec::new() },
    };
    Ok(serde_wasm_bindgen::to_value(&checked)?)
}

/// What a policy decides about each category, as `{ category, scope, givesBack, views }`, with a view for the strictest
/// (`purpose` is `undefined`) and for each purpose that the policy names: `{ purpose, action, reason }`.
/// The reason is the policy's own, in its first language.
///
/// Throws if the policy has mistakes.
#[wasm_bindgen(js_name = rulesOf)]
pub fn rules_of(policy: &str) -> Result<JsValue, JsError> {
    let policy = Policy::parse(policy)?;
    let rules: Vec<WireRule<'_>> = Category::ALL.iter().map(|it| rule(&policy, *it)).collect();
    Ok(serde_wasm_bindgen::to_value(&rules)?)
}

fn written(policy: &str, pack: &[u8], write: fn(&Policy, &Strings) -> Notice) -> Result<Notice, JsError> {
    Ok(write(&Policy::parse(policy)?, &Strings::read(pack)?))
}

#[derive(Serialize)]
struct Checked {
    errors: Vec<WireProblem>,
    warnings: Vec<WireProblem>,
}

#[derive(Serialize)]
struct WireProblem {
    line: u32,
    column: u32,
    key: String,
    message: String,
}

fn wire(problems: &[Problem]) -> Vec<WireProblem> {
    let wire = |it: &Problem| WireProblem {
        line: it.line,
        column: it.column,
        key: it.path.clone(),
        message: it.message.clone(),
    };
    problems.iter().map(wire).collect()
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WireRule<'p> {
    category: Category,
    scope: Scope,
    gives_back: bool,
    views: Vec<View<'p>>,
}

#[derive(Serialize)]
struct View<'p> {
    purpose: Option<Purpose>,
    action: Action,
    reason: Option<&'p str>,
}

fn rule(policy: &Policy, category: Category) -> WireRule<'_> {
    let language = policy.languages().first().copied().unwrap_or(Language::En);
    let named = policy.file().purposes().iter().map(|it| Some(it.0));
    let view = |purpose| View {
        purpose,
        action: policy.action(category, purpose),
        reason: policy.reason(category, purpose).map(|it| it.get(language)),
    };
    WireRule {
        category,
        scope: policy.scope(category),
        gives_back: policy.gives_back(category),
        views: [None].into_iter().chain(named).map(view).collect(),
    }
}
