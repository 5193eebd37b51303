//! What went wrong with a message, as its corpus may show it: the messages are made up.

use std::fmt;

use slor::Category;

use super::corpus::{Mark, Message};
use super::places::{Place, range};

/// A must-mark that leaks, or a harmless message that is touched.
pub enum Miss<'m> {
    Leak { id: &'m str, category: Category, text: String, around: String },
    Over { id: &'m str, categories: Vec<&'static str>, masked: String, around: String },
}

impl<'m> Miss<'m> {
    /// A mark of which something stays readable.
    pub fn leak(message: &'m Message, places: &[Place], mark: &Mark) -> Miss<'m> {
        let (start, end) = range(places, mark);
        Miss::Leak {
            id: &message.id,
            category: mark.category,
            text: text(places.iter().take(end).skip(start)),
            around: text(places.iter().take(end + 20).skip(start.saturating_sub(30))),
        }
    }

    /// A message of which something is masked in vain.
    pub fn over(message: &'m Message, places: &[Place]) -> Miss<'m> {
        let is_over = |it: &Place| it.is_telling() && !it.marked && it.mask.is_some();
        let mut categories: Vec<_> = places.iter().filter(|it| is_over(it)).filter_map(|it| it.mask).collect();
        categories.sort_unstable();
        categories.dedup();
        let masked: String = places.iter().map(|it| if is_over(it) { it.char } else { '·' }).collect();
        Miss::Over {
            id: &message.id,
            categories: categories.into_iter().map(Category::name).collect(),
            masked: masked.trim_matches('·').chars().take(80).collect(),
            around: text(places.iter().take(90)),
        }
    }
}

impl fmt::Display for Miss<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Miss::Leak { id, category, text, around } => {
                write!(f, "LEAK {id} {} {text:?} in {around}", category.name())
            }
            Miss::Over { id, categories, masked, around } => {
                write!(f, "OVER {id} {} {masked:?} in {around}", categories.join(","))
            }
        }
    }
}

fn text<'p>(places: impl Iterator<Item = &'p Place>) -> String {
    places.map(|it| it.char).collect()
}
