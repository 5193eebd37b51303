//! Filter and join: what the policy wants of the candidates, without a gap and without a doubt which comes first.

use super::view::View;
use crate::category::{Action, Category};
use crate::finding::{Evidence, Finding, Span};
use crate::order::{self, Spans};
use crate::policy::Policy;
use crate::read::{Reading, folded};
use crate::recognize::Candidate;

/// The candidates of a reading with their places in the original.
pub(super) fn place(reading: &Reading<'_>, candidates: &[Candidate], exceptions: &Exceptions) -> Vec<Finding> {
    let placed = candidates.iter().filter_map(|it| {
        let span = reading.original(it.start, it.end)?;
        let Candidate { category, mut recognizer, evidence, disclosed, .. } = *it;
        if exceptions.cover(reading.between(it.start, it.end), category) {
            // The name in an address that is left alone is, too.
            if category != Category::Email {
                return None;
            }
            recognizer = EXCEPTED;
        }
        Some(Finding { category, recognizer, evidence, disclosed, span })
    });
    placed.collect()
}

/// What stands for the recognizer of an e-mail address that is an exception, until names in it are told.
const EXCEPTED: &str = "";

/// Adds what the second reading found, but for names that lie within an e-mail address that the first has found.
pub(super) fn extend(placed: &mut Vec<Finding>, more: Vec<Finding>) {
    let emails = Spans::new(&emails(placed));
    let in_email = |it: &Finding| it.category == Category::Name && emails.covers(it.span);
    placed.extend(more.into_iter().filter(|it| !in_email(it)));
}

/// Texts that the policy leaves alone wherever they stand, such as the municipality's own telephone number.
pub(super) struct Exceptions(Vec<(Vec<u8>, Option<Category>)>);

impl Exceptions {
    pub fn of(policy: &Policy) -> Exceptions {
        let fold = |text: &str| squeeze(&folded(text));
        Exceptions(policy.exceptions().iter().map(|it| (fold(&it.text), it.category)).collect())
    }

    pub fn cover(&self, text: &[u8], category: Category) -> bool {
        if self.0.is_empty() {
            return false;
        }
        let text = squeeze(text);
        // A number is the same whatever it is taken for, so an exception of one numeric category holds for all of them.
        let alike = |it: Category| it == category || (is_numeric(it) && is_numeric(category));
        self.0.iter().any(|(exception, only)| *exception == text && only.is_none_or(alike))
    }
}

fn is_numeric(category: Category) -> bool {
    matches!(
        category,
        Category::Phone | Category::Number | Category::Account | Category::Reference | Category::NationalId
    )
}

/// Without what people put between digits and words.
fn squeeze(text: &[u8]) -> Vec<u8> {
    text.iter().copied().filter(|it| !matches!(it, b' ' | b'-' | b'.' | b'(' | b')' | b'/')).collect()
}

/// What `view` wants redacted, sorted and disjoint.
pub(super) fn wanted(view: &View<'_>, mut all: Vec<Finding>) -> Vec<Finding> {
    explain_away(view, &mut all);
    let keeps = view.action(Category::Email) == Action::Keep;
    let kept = spans(&all, &|it| it.category == Category::Email && (keeps || it.recognizer == EXCEPTED));
    let kept = Spans::new(&kept);
    all.retain(|it| it.recognizer != EXCEPTED && !is_part_of(&kept, it) && view.wants(it));
    join(all)
}

/// Where the e-mail addresses are.
pub(super) fn emails(all: &[Finding]) -> Vec<Span> {
    spans(all, &|it| it.category == Category::Email)
}

/// Where the findings are that `of` holds for.
#[inline(never)]
fn spans(all: &[Finding], of: &dyn Fn(&Finding) -> bool) -> Vec<Span> {
    all.iter().filter(|it| of(it)).map(|it| it.span).collect()
}

/// Whether a finding is the name, or a number by its bare shape, in an e-mail address that is kept: without it the address
/// would be of no use. A national id never is.
pub(super) fn is_part_of(kept: &Spans, finding: &Finding) -> bool {
    let bare = finding.evidence == Evidence::Shape && finding.category != Category::NationalId;
    (bare || finding.category == Category::Name) && kept.covers(finding.span)
}

/// Drops what a better reading of the same digits explains: a reference is no phone number by its bare shape, and what the policy keeps
/// by its word or check digit is no bare number.
fn explain_away(view: &View<'_>, all: &mut Vec<Finding>) {
    // Most messages have no number.
    if !all.iter().any(|it| is_numeric(it.category)) {
        return;
    }
    let strong = |of: &dyn Fn(Category) -> bool| {
        Spans::new(&spans(all, &|it| it.evidence >= Evidence::Context && of(it.category)))
    };
    let ids = strong(&|it| it == Category::NationalId);
    let references = strong(&|it| it == Category::Reference);
    let kept = strong(&|it| is_explaining(it) && view.action(it) == Action::Keep);
    all.retain(|finding| {
        let bare = finding.evidence == Evidence::Shape;
        let referred = || bare && references.covers(finding.span);
        !match finding.category {
            // An id confirmed by its check digit or its word is never a reference.
            Category::Reference => ids.covers(finding.span),
            Category::Phone | Category::Account | Category::NationalId => referred(),
            Category::Number => referred() || bare && kept.covers(finding.span),
            _ => false,
        }
    });
}

fn is_explaining(category: Category) -> bool {
    matches!(
        category,
        Category::Reference
            | Category::NationalId
            | Category::Phone
            | Category::Account
            | Category::Birthdate
            | Category::Address
            | Category::Date
    )
}

/// Joins overlapping findings, so that every byte any of them covers stays covered.
pub(super) fn join(mut all: Vec<Finding>) -> Vec<Finding> {
    order::by_key(&mut all, |it| order::longest_first(it.span.start(), it.span.end()));
    let mut findings: Vec<Finding> = Vec::with_capacity(all.len());
    for next in all {
        match findings.last_mut() {
            Some(last) if last.span.overlaps(next.span) => {
                let span: Span = last.span.union(next.span);
                let disclosed = last.disclosed || next.disclosed;
                if weight(&next) > weight(last) {
                    *last = next;
                }
                last.span = span;
                last.disclosed = disclosed;
            }
            _ => findings.push(next),
        }
    }
    findings
}

/// What names a joined finding: a row before bare digits; an id that its word names, whatever other check its digits pass; the better evidence; the longer before
/// the shorter; a faith or a party before the nation in its name (`kreikkalaiskatolinen`, `perussuomalainen`), and a name last (`I'm Hazara`).
fn weight(finding: &Finding) -> (bool, bool, Evidence, usize, u8) {
    let named = finding.category == Category::NationalId && finding.evidence >= Evidence::Context;
    let length = finding.span.end() - finding.span.start();
    let says = match finding.category {
        Category::Religion | Category::Politics => 2,
        Category::Name => 0,
        _ => 1,
    };
    (finding.category != Category::Number, named, finding.evidence, length, says)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(category: Category, evidence: Evidence, start: usize, end: usize) -> Finding {
        Finding { category, recognizer: "test", evidence, disclosed: false, span: Span::new(start, end).unwrap() }
    }

    #[test]
    fn what_any_of_two_overlapping_findings_covers_stays_covered() {
        let joined = join(vec![
            finding(Category::Phone, Evidence::Shape, 5, 15),
            finding(Category::NationalId, Evidence::Checksum, 0, 10),
        ]);
        assert_eq!(joined.len(), 1);
        assert_eq!((joined[0].span.start(), joined[0].span.end(), joined[0].category), (0, 15, Category::NationalId));
    }

    #[test]
    fn findings_that_touch_stay_apart() {
        assert_eq!(
            join(vec![
                finding(Category::Name, Evidence::Context, 0, 5),
                finding(Category::Phone, Evidence::Shape, 5, 9)
            ])
            .len(),
            2
        );
    }
}
