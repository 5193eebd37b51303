//! JSON as a tree of values that know their place.

use crate::policy::slips::READS_OVER;

/// Where something begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    /// From 1.
    pub line: u32,
    /// From 1, in code points.
    pub column: u32,
}

/// A value and where it begins.
#[derive(Clone, Debug)]
pub(crate) struct Value {
    pub at: Place,
    pub kind: Kind,
    pub torn: bool,
}

/// What a value is.
#[derive(Clone, Debug)]
pub(crate) enum Kind {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    List(Vec<Value>),
    Object(Vec<Member>),
    /// What can't be read, as the mistakes say already.
    Lost,
}

/// A key, where it begins, and its value.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    pub at: Place,
    pub key: String,
    pub value: Value,
}

/// A place at which the text is not JSON.
#[derive(Clone, Copy)]
pub(crate) struct Mistake {
    pub at: Place,
    pub message: &'static str,
}

impl Value {
    /// Whether it's an object that may have more members than could be read.
    #[inline]
    pub(crate) fn is_torn(&self) -> bool {
        READS_OVER && self.torn
    }

    /// The value of this key, if it's an object that has it.
    #[inline(never)]
    pub(crate) fn get(&self, key: &str) -> Option<&Value> {
        self.members().iter().find(|it| it.key == key).map(|it| &it.value)
    }

    /// The members, if it's an object.
    pub(crate) fn members(&self) -> &[Member] {
        if let Kind::Object(members) = &self.kind { members } else { &[] }
    }

    /// The items, if it's a list.
    pub(crate) fn items(&self) -> &[Value] {
        if let Kind::List(items) = &self.kind { items } else { &[] }
    }

    /// The text, if it's one.
    #[inline(never)]
    pub(crate) fn text(&self) -> Option<&str> {
        if let Kind::Text(text) = &self.kind { Some(text) } else { None }
    }

    /// Where the value under these keys begins; where they lead nowhere, the last value on the way.
    #[inline(never)]
    pub(crate) fn place(&self, keys: &[&str]) -> Place {
        let mut value = self;
        for key in keys {
            let next = match &value.kind {
                Kind::List(items) => key.parse::<usize>().ok().and_then(|n| items.get(n)),
                _ => value.get(key),
            };
            let Some(next) = next else { break };
            value = next;
        }
        value.at
    }

    /// The value under these keys, if each is there.
    #[inline(never)]
    pub(crate) fn below(&self, keys: &[&str]) -> Option<&Value> {
        keys.iter().try_fold(self, |value, key| value.get(key))
    }
}
