//! Running the automata that `build.rs` compiles from the rows' patterns.

/// A finite automaton over bytes: a class for each of the 256 bytes, the number of classes, and for each state and class the next state
/// (two bytes, low first; the highest bit says that the match ended before the byte just read).
pub(super) struct Automaton(pub &'static [u8]);

const MATCHED: u16 = 0x8000;

impl Automaton {
    /// Where the match that begins at `start` ends; the first alternative that matches wins, as in the `regex` crate.
    pub fn end_of_match(&self, text: &[u8], start: usize) -> Option<usize> {
        let (classes, rest) = self.0.split_at_checked(256)?;
        let (width, table) = rest.split_first()?;
        let width = usize::from(*width);
        let next = |state: u16, class: usize| {
            let at = ((usize::from(state) - 1) * width + class) * 2;
            let (low, high) = (table.get(at).copied().unwrap_or(0), table.get(at + 1).copied().unwrap_or(0));
            u16::from_le_bytes([low, high])
        };
        let mut state = 1;
        let mut end = None;
        for (at, byte) in text.iter().enumerate().skip(start) {
            let entry = next(state, usize::from(classes.get(usize::from(*byte)).copied().unwrap_or(0)));
            if entry & MATCHED != 0 {
                end = Some(at);
            }
            state = entry & !MATCHED;
            if state == 0 {
                return end;
            }
        }
        if next(state, width - 1) & MATCHED != 0 {
            end = Some(text.len());
        }
        end
    }
}
