//! Running the automata that `build.rs` compiles from the rows' patterns.

/// A finite automaton over bytes: a class for each of the 256 bytes, the number of classes, and for each state and class the next state
/// (two bytes, low first; the highest bit says that the match ended before the byte just read).
pub(super) struct Automaton(pub &'static [u8]);

const MATCHED: u16 = 0x8000;

impl Automaton {
    /// Where the match that begins at `start` ends; the first alternative that matches wins, as in the `regex` crate.
    pub fn end_of_match(&self, text: &[u8], start: usize) -> Option<usize> {
        let (classes, steps) = self.parts()?;
        let mut state = 1;
        let mut end = None;
        for (at, byte) in text.iter().enumerate().skip(start) {
            let entry = steps.next(state, usize::from(classes.get(usize::from(*byte)).copied().unwrap_or(0)));
            if entry & MATCHED != 0 {
                end = Some(at);
            }
            state = entry & !MATCHED;
            if state == 0 {
                return end;
            }
        }
        if steps.next(state, steps.width - 1) & MATCHED != 0 {
            end = Some(text.len());
        }
        end
    }

    /// Whether it can match a text that begins with just so many digits.
    pub fn takes_digits(&self, count: usize) -> bool {
        let Some((classes, steps)) = self.parts() else { return false };
        let class = |byte: u8| usize::from(classes.get(usize::from(byte)).copied().unwrap_or(0));
        let mut states = vec![1u16];
        for _ in 0..count {
            let mut after: Vec<u16> = Vec::new();
            for state in states {
                for byte in b'0'..=b'9' {
                    let next = steps.next(state, class(byte)) & !MATCHED;
                    if next != 0 && !after.contains(&next) {
                        after.push(next);
                    }
                }
            }
            states = after;
        }
        let others = || (0..=u8::MAX).filter(|it| !it.is_ascii_digit()).map(class).chain([steps.width - 1]);
        states.iter().any(|state| others().any(|it| steps.next(*state, it) != 0))
    }

    fn parts(&self) -> Option<(&[u8], Steps<'_>)> {
        let (classes, rest) = self.0.split_at_checked(256)?;
        let (width, table) = rest.split_first()?;
        Some((classes, Steps { width: usize::from(*width), table }))
    }
}

/// The table of an automaton.
struct Steps<'a> {
    width: usize,
    table: &'a [u8],
}

impl Steps<'_> {
    /// The next state, and whether the match has ended.
    #[inline]
    fn next(&self, state: u16, class: usize) -> u16 {
        let at = ((usize::from(state) - 1) * self.width + class) * 2;
        let (low, high) = (self.table.get(at).copied().unwrap_or(0), self.table.get(at + 1).copied().unwrap_or(0));
        u16::from_le_bytes([low, high])
    }
}
