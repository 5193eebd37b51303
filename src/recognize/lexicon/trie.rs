//! A trie over the bytes of words, built once when the packs are loaded.

/// What the trie knows of a word: an identity and how the word may go on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
}

#[derive(Clone, Copy, Default)]
struct Node {
    /// Where its edges begin.
    edges: u32,
    /// Where its entries begin.
    entries: u32,
    edge_count: u8,
    entry_count: u8,
}

/// The words of all packs.
#[derive(Default)]
pub(super) struct Trie {
    nodes: Vec<Node>,
    labels: Vec<u8>,
    targets: Vec<u32>,
    entries: Vec<Entry>,
    /// The root's edges by byte: most words end their walk here.
    root: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl Trie {
    /// Builds the trie; the words are sorted here.
    pub fn new(mut words: Vec<(Vec<u8>, Entry)>) -> Trie {
        words.sort_unstable();
        words.dedup();
        let mut trie = Trie::default();
        trie.nodes.push(Node::default());
        trie.fill(0, &words, 0);
        trie.root = vec![NONE; 256];
        for label in 0..=255 {
            if let (Some(to), Some(slot)) = (trie.search(0, label), trie.root.get_mut(usize::from(label))) {
                *slot = to;
            }
        }
        trie
    }

    /// Fills `node`, whose words all share their first `depth` bytes.
    fn fill(&mut self, node: usize, words: &[(Vec<u8>, Entry)], depth: usize) {
        let ends = words.iter().take_while(|it| it.0.len() == depth).count();
        let entries = self.entries.len() as u32;
        self.entries.extend(words.iter().take(ends.min(255)).map(|it| it.1));
        let rest = words.get(ends..).unwrap_or(&[]);
        let edges = self.labels.len() as u32;
        let mut groups: Vec<&[(Vec<u8>, Entry)]> = Vec::new();
        let mut from = 0;
        while let Some(label) = rest.get(from).and_then(|it| it.0.get(depth)) {
            let length = rest.get(from..).unwrap_or(&[]).iter().take_while(|it| it.0.get(depth) == Some(label)).count();
            groups.push(rest.get(from..from + length).unwrap_or(&[]));
            self.labels.push(*label);
            self.targets.push(0);
            from += length;
        }
        if let Some(it) = self.nodes.get_mut(node) {
            *it = Node { edges, entries, edge_count: groups.len().min(255) as u8, entry_count: ends.min(255) as u8 };
        }
        for (index, group) in groups.into_iter().enumerate() {
            let child = self.nodes.len();
            self.nodes.push(Node::default());
            if let Some(it) = self.targets.get_mut(edges as usize + index) {
                *it = child as u32;
            }
            self.fill(child, group, depth + 1);
        }
    }

    fn search(&self, node: u32, label: u8) -> Option<u32> {
        let node = self.nodes.get(node as usize)?;
        let from = node.edges as usize;
        let labels = self.labels.get(from..from + usize::from(node.edge_count))?;
        let at = labels.iter().position(|it| *it == label)?;
        self.targets.get(from + at).copied()
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

    /// The labels and targets of a node's edges.
    pub fn edges(&self, node: u32) -> impl Iterator<Item = (u8, u32)> + '_ {
        let range = self.nodes.get(node as usize).map_or(0..0, |it| it.edges as usize..it.edges as usize + usize::from(it.edge_count));
        range.filter_map(|at| Some((*self.labels.get(at)?, *self.targets.get(at)?)))
    }
}
