//! The packs as the page loads them: this build's own files.

pub const PACKS: &[&[u8]] = &[
    include_bytes!(concat!(env!("OUT_DIR"), "/terms-da.pack")),
    include_bytes!(concat!(env!("OUT_DIR"), "/terms-sv.pack")),
    include_bytes!(concat!(env!("OUT_DIR"), "/terms-nb.pack")),
    include_bytes!(concat!(env!("OUT_DIR"), "/terms-nn.pack")),
    include_bytes!(concat!(env!("OUT_DIR"), "/terms-fi.pack")),
    include_bytes!(concat!(env!("OUT_DIR"), "/terms-en.pack")),
    include_bytes!(concat!(env!("OUT_DIR"), "/terms-shared.pack")),
    include_bytes!(concat!(env!("OUT_DIR"), "/names-da.pack")),
    include_bytes!(concat!(env!("OUT_DIR"), "/names-sv.pack")),
    include_bytes!(concat!(env!("OUT_DIR"), "/names-no.pack")),
    include_bytes!(concat!(env!("OUT_DIR"), "/names-fi.pack")),
    include_bytes!(concat!(env!("OUT_DIR"), "/names-en.pack")),
    include_bytes!(concat!(env!("OUT_DIR"), "/names-world.pack")),
];
