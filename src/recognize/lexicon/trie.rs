//! A trie over the bytes of words, built once when the packs are loaded.

/// What the trie knows of a word: an identity and how the word may go on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry {
    /// A category, a class or a word of a frame: see `ids`.
    pub id: u16,
    /// Index of the language in `Language::ALL`.
    pub language: u8,
    /// How the word may go on: `Mode` bits.
    pub mode: u8,
}

/// How a word of the trie may be met.
pub(super) struct Mode;
impl Mode {
    /// Inflected.
    pub const INFLECTED: u8 = 1;
    /// With anything behind it.
    pub const OPEN: u8 = 2;
    /// As the beginning of a compound.
    pub const BEGINS: u8 = 4;
    /// As the end of a compound.
    pub const ENDS: u8 = 8;
    /// Only with an ending: a stem that is no word by itself.
    pub const STEM: u8 = 16;
    /// A spelling without the Nordic letters.
    pub const PLAIN: u8 = 32;
    /// With a genitive only.
    pub const SHORT: u8 = 64;
    /// As a part of a number in one word.
    pub const NUMBER: u8 = 128;
    /// Anything that something may follow.
    pub const GOES_ON: u8 = Mode::INFLECTED | Mode::OPEN | Mode::BEGINS | Mode::SHORT | Mode::NUMBER;
}

#[derive(Clone, Copy, Default)]
struct Node {
    /// Where its edges begin.
    edges: u32,
    /// Where its entries begin.
    entries: u32,
    edge_count: u8,
    entry_count: u8,
    /// A bit for the label of each edge; several share one, so that a missing bit is a quick no.
    labels: u16,
}

fn bit_of(label: u8) -> u16 {
    1 << (label & 15)
}

/// The words of all packs.
#[derive(Default)]
pub(super) struct Trie {
    nodes: Vec<Node>,
    labels: Vec<u8>,
    /// Where each edge leads, with the `labels` of that node: most steps behind it end there, and needn't go to see.
    targets: Vec<(u32, u16)>,
    entries: Vec<Entry>,
    /// The root's edges by byte: most words end their walk here.
    root: Vec<u32>,
}

/// A trie that grows: nodes in the order in which words bring them, each with a chain of children and a chain of entries.
pub(super) struct Growing {
    nodes: Vec<Sprout>,
    entries: Vec<(Entry, u32)>,
}

#[derive(Clone, Copy)]
struct Sprout {
    label: u8,
    child: u32,
    sibling: u32,
    entry: u32,
}

const NONE: u32 = u32::MAX;
const LEAF: Sprout = Sprout { label: 0, child: NONE, sibling: NONE, entry: NONE };

impl Default for Growing {
    fn default() -> Growing {
        Growing { nodes: vec![LEAF], entries: Vec::new() }
    }
}

impl Growing {
    /// Adds a word.
    pub fn add(&mut self, word: &[u8], entry: Entry) {
        let at = self.walk(0, word);
        self.put(at, entry);
    }

    /// The node that `word` leads to from the node `at`.
    #[inline(never)]
    pub fn walk(&mut self, at: usize, word: &[u8]) -> usize {
        word.iter().fold(at, |at, label| self.child(at, *label))
    }

    /// Adds what ends at the node `at`.
    pub fn put(&mut self, at: usize, entry: Entry) {
        let mut seen = self.nodes.get(at).map_or(NONE, |it| it.entry);
        while let Some((other, next)) = self.entries.get(seen as usize) {
            if *other == entry {
                return;
            }
            seen = *next;
        }
        let new = self.entries.len() as u32;
        if let Some(node) = self.nodes.get_mut(at) {
            self.entries.push((entry, node.entry));
            node.entry = new;
        }
    }

    fn child(&mut self, node: usize, label: u8) -> usize {
        let first = self.nodes.get(node).map_or(NONE, |it| it.child);
        let mut at = first;
        while let Some(it) = self.nodes.get(at as usize) {
            if it.label == label {
                return at as usize;
            }
            at = it.sibling;
        }
        let new = self.nodes.len();
        self.nodes.push(Sprout { label, sibling: first, ..LEAF });
        if let Some(it) = self.nodes.get_mut(node) {
            it.child = new as u32;
        }
        new
    }

    /// The same trie, laid out for looking up.
    pub fn finish(self) -> Trie {
        let mut trie = Trie { nodes: Vec::with_capacity(self.nodes.len()), root: vec![NONE; 256], ..Trie::default() };
        for node in &self.nodes {
            let (edges, entries) = (trie.labels.len() as u32, trie.entries.len() as u32);
            let (mut at, mut labels) = (node.child, 0);
            while let Some(it) = self.nodes.get(at as usize) {
                labels |= bit_of(it.label);
                trie.labels.push(it.label);
                trie.targets.push((at, 0));
                at = it.sibling;
            }
            let mut at = node.entry;
            while let Some((entry, next)) = self.entries.get(at as usize) {
                trie.entries.push(*entry);
                at = *next;
            }
            let edge_count = (trie.labels.len() as u32 - edges).min(255) as u8;
            let entry_count = (trie.entries.len() as u32 - entries).min(255) as u8;
            trie.nodes.push(Node { edges, entries, edge_count, entry_count, labels });
        }
        for (target, labels) in &mut trie.targets {
            *labels = trie.nodes.get(*target as usize).map_or(0, |it| it.labels);
        }
        for label in 0..=255 {
            if let (Some(to), Some(slot)) = (trie.search(0, label), trie.root.get_mut(usize::from(label))) {
                *slot = to;
            }
        }
        trie
    }
}

impl Trie {
    /// How many nodes it has.
    pub fn len(&self) -> u32 {
        self.nodes.len() as u32
    }

    fn search(&self, node: u32, label: u8) -> Option<u32> {
        let node = self.nodes.get(node as usize).filter(|it| it.labels & bit_of(label) != 0)?;
        let from = node.edges as usize;
        let labels = self.labels.get(from..from + usize::from(node.edge_count))?;
        let at = labels.iter().position(|it| *it == label)?;
        self.targets.get(from + at).map(|it| it.0)
    }

    /// The node that `label` leads to.
    #[inline]
    pub fn step(&self, node: u32, label: u8) -> Option<u32> {
        if node == 0 {
            return self.root.get(usize::from(label)).copied().filter(|it| *it != NONE);
        }
        self.search(node, label)
    }

    /// What ends at a node.
    #[inline]
    pub fn entries(&self, node: u32) -> &[Entry] {
        let Some(node) = self.nodes.get(node as usize) else { return &[] };
        let from = node.entries as usize;
        self.entries.get(from..from + usize::from(node.entry_count)).unwrap_or(&[])
    }

    /// The labels and targets of a node's edges, and a test of what may follow there: no is certain, yes is not.
    pub fn edges(&self, node: u32) -> impl Iterator<Item = (u8, u32, impl Fn(u8) -> bool)> + '_ {
        let range = self
            .nodes
            .get(node as usize)
            .map_or(0..0, |it| it.edges as usize..it.edges as usize + usize::from(it.edge_count));
        range.filter_map(|at| {
            let (target, labels) = *self.targets.get(at)?;
            Some((*self.labels.get(at)?, target, move |label| labels & bit_of(label) != 0))
        })
    }
}
