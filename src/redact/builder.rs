//! A redactor in the making: each pack is read as it comes, while the next is still on its way.

use super::packs::{self, PackError};
use super::resolve::Exceptions;
use super::{Redactor, folded_text};
use crate::category::Language;
use crate::policy::Policy;
use crate::read::{folded, is_letter};
use crate::recognize::Recognizers;
use crate::recognize::lexicon::Loader;
use crate::recognize::names::{self, Names};
use crate::recognize::row::Rows;

/// A policy and the packs that have come so far.
pub struct Builder {
    policy: Policy,
    loader: Loader,
    /// The languages of the packs of terms that are here; none is that of the shared lines.
    loaded: Vec<Option<Language>>,
    names: Names,
    texts: Vec<String>,
}

impl Builder {
    /// A builder for `policy` that has no packs yet.
    pub fn new(policy: Policy) -> Builder {
        Builder {
            loader: Loader::new(policy.reads()),
            loaded: Vec::new(),
            names: Names::default(),
            texts: Vec::new(),
            policy,
        }
    }

    /// Reads the bytes of the next pack. They come in the order of [`super::Packs::needed`], since what a pack says of frequent words counts for the
    /// packs behind it.
    ///
    /// # Errors
    /// `PackError::Broken` if they are no whole pack of this version; the builder is of no use then.
    pub fn add(&mut self, pack: Vec<u8>) -> Result<(), PackError> {
        if pack.starts_with(names::HEADER) {
            if packs::redacts_names(&self.policy) {
                self.names.add(&pack).map_err(|_| PackError::Broken)?;
            }
            return Ok(());
        }
        let text = String::from_utf8(pack).map_err(|_| PackError::Broken)?;
        self.loaded.push(self.loader.add(&text).map_err(|_| PackError::Broken)?);
        self.texts.push(text);
        Ok(())
    }

    /// The redactor.
    ///
    /// # Errors
    /// `PackError` if a pack that the policy needs did not come, or if all together are broken: nothing may be sent then.
    pub fn build(self) -> Result<Redactor, PackError> {
        let Builder { policy, mut loader, loaded, mut names, texts } = self;
        let wanted = policy.reads().iter().map(|it| Some(*it)).chain([None]);
        if let Some(missing) = wanted.into_iter().find(|it| !loaded.contains(it)) {
            return Err(PackError::Missing(packs::terms(missing)));
        }
        if packs::redacts_names(&policy) {
            let missing = policy.reads().iter().find(|it| !names.has(**it)).map(|it| packs::names(*it));
            if let Some(missing) = missing.or((!names.has_world()).then_some(packs::WORLD)) {
                return Err(PackError::Missing(missing));
            }
        }
        let mut shapes: Vec<_> = policy.shapes().iter().map(|it| (folded_text(&it.pattern), it.category)).collect();
        for term in policy.terms() {
            let text = folded_text(&term.text);
            if text.bytes().all(|it| is_letter(it) || matches!(it, b' ' | b'-' | b'\'')) {
                // Whoever writes it, in whatever language, with its endings.
                policy.reads().iter().for_each(|it| loader.own_term(&text, term.category, *it));
            } else {
                shapes.push((text, term.category));
            }
        }
        let mut lexicon = loader.finish().map_err(|_| PackError::Broken)?;
        for language in Language::ALL {
            names.name_bot(&folded(policy.file().bot().name().get(*language)));
        }
        lexicon.names = names;
        let recognizers = Recognizers { rows: Rows::new(), lexicon, min_digits: policy.min_digits(), shapes };
        let exceptions = Exceptions::of(&policy);
        Ok(Redactor { policy, recognizers, exceptions, texts })
    }
}
