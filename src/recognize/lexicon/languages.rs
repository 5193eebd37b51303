//! Which languages a message may be in.

/// Which languages a message may be in, told by its frequent words.
#[derive(Clone, Copy, Default)]
pub(crate) struct Languages {
    counts: [u32; 6],
    most: u32,
}

impl Languages {
    /// Whether the message may be in the language with this index. With next to nothing to tell by, it may be in any.
    pub fn may_be(&self, language: u8) -> bool {
        self.is_unsure() || self.count_of(language) * 2 > self.most
    }

    /// Whether the message is hardly less likely in this language than in any: its sentences may be read by the rules of this one.
    pub fn is_near(&self, language: u8) -> bool {
        let count = self.counts.get(usize::from(language)).copied().unwrap_or(0);
        self.is_unsure() || count * 3 >= self.most * 2
    }

    /// Whether next to nothing tells the language.
    pub fn is_unsure(&self) -> bool {
        self.most <= 1
    }

    /// Whether no language is more likely than this one.
    pub fn is_likeliest(&self, language: u8) -> bool {
        self.most > 0 && self.count_of(language) == self.most
    }

    /// The frequent words of a language. The two Norwegian ones share so many that they vouch for each other.
    fn count_of(&self, language: u8) -> u32 {
        let [da, sv, nb, nn, fi, en] = self.counts;
        let norwegian = nb.max(nn);
        [da, sv, norwegian, norwegian, fi, en].get(usize::from(language)).copied().unwrap_or(0)
    }

    /// Counts a word that is frequent in the languages with these bits.
    pub fn count(&mut self, frequent: u8) {
        if frequent == 0 {
            return;
        }
        for (language, count) in self.counts.iter_mut().enumerate() {
            *count += u32::from(frequent >> language & 1);
            self.most = self.most.max(*count);
        }
    }

    /// The languages that `wanted` says yes to, a bit each.
    pub fn bits(&self, wanted: impl Fn(&Languages, u8) -> bool) -> u8 {
        (0..self.counts.len() as u8).fold(0, |bits, it| bits | u8::from(wanted(self, it)) << it)
    }
}
