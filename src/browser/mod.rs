//! The border to JavaScript: text in, one plain object out. It decides nothing.
//!
//! Two wasm modules are made of this crate, each with what its feature exports: the engine (`redactor`), which every
//! chat loads, and the words of a policy (`words`), which are loaded when somebody reads them.

#[cfg(feature = "redactor")]
mod metadata;
#[cfg(feature = "redactor")]
mod redactor;
#[cfg(feature = "redactor")]
mod transcript;
#[cfg(feature = "words")]
mod words;

#[cfg(feature = "redactor")]
pub use redactor::{JsBuilder, JsConversation, JsRedactor, packs_of};
#[cfg(feature = "redactor")]
pub use transcript::JsTranscript;
#[cfg(feature = "words")]
pub use words::{check_policy, notice_of, record_of, rules_of, text_of};

use wasm_bindgen::prelude::*;

/// Of the modules alone: whoever uses the crate in a wasm of their own chooses for themselves.
#[cfg(any(feature = "redactor", feature = "words"))]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console, js_name = error)]
    fn console_error(message: &str);
}

/// Makes a panic say where it happened and nothing else: its message could quote what the citizen wrote.
#[wasm_bindgen(start)]
fn start() {
    std::panic::set_hook(Box::new(|info| {
        if let Some(place) = info.location() {
            console_error(&format!("slor: the engine stopped at {}:{}", place.file(), place.line()));
        }
    }));
}
