//! Running the automata that `build.rs` compiles from the rows' patterns.

/// A finite automaton over bytes: a class for each of the 256 bytes, the number of classes, and for each state and class a byte: zero, or one and how many
/// states further on the next one is, the first behind the last (`STATES`). Its highest bit says that the match ended before the byte just read.
pub(super) struct Automaton(pub &'static [u8]);

const MATCHED: u8 = 0x80;
/// How many states an automaton may have: a step from any to any other fits the lower bits.
const STATES: usize = 127;

impl Automaton {
    /// Where the match that begins at `start` ends; the first alternative that matches wins, as in the `regex` crate.
    pub fn end_of_match(&self, text: &[u8], start: usize) -> Option<usize> {
        let (classes, rest) = self.0.split_at_checked(256)?;
        let (width, table) = rest.split_first()?;
        let width = usize::from(*width);
        let entry = |state: usize, class: usize| table.get(state * width + class).copied().unwrap_or(0);
        let mut state = 0;
        let mut end = None;
        for (at, byte) in text.iter().enumerate().skip(start) {
            let entry = entry(state, usize::from(classes.get(usize::from(*byte)).copied().unwrap_or(0)));
            if entry & MATCHED != 0 {
                end = Some(at);
            }
            let step = usize::from(entry & !MATCHED);
            if step == 0 {
                return end;
            }
            state += step - 1;
            if state >= STATES {
                state -= STATES;
            }
        }
        if entry(state, width - 1) & MATCHED != 0 {
            end = Some(text.len());
        }
        end
    }
}
