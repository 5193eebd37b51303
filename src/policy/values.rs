//! Values of a form of their own: counts, short names, addresses, shapes.

use std::ops::Deref;

use crate::policy::form::{Field, Form, forms};
use crate::policy::json::{Kind, Value};

/// A whole number from `MIN` to `MAX`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Whole<const MIN: u32, const MAX: u32>(pub u32);

impl<'p, const MIN: u32, const MAX: u32> Field<'p> for Whole<MIN, MAX> {
    const FORM: &'static Form = &Form::Whole(MIN, MAX);

    fn view(value: Option<&'p Value>) -> Self {
        Whole(value.and_then(whole).unwrap_or(MIN))
    }
}

/// The number, if it's a whole one.
#[inline(never)]
fn whole(value: &Value) -> Option<u32> {
    if let Kind::Number(number) = &value.kind { number.parse().ok() } else { None }
}

/// Declares texts of a certain form.
macro_rules! formed_texts {
    ($($(#[$doc:meta])+ $name:ident,)+) => {
        $($(#[$doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name<'p>(&'p str);

        impl<'p> $name<'p> {
            /// The text.
            pub fn as_str(self) -> &'p str {
                self.0
            }
        }

        impl Deref for $name<'_> {
            type Target = str;

            fn deref(&self) -> &str {
                self.0
            }
        })+
    };
}

formed_texts! {
    /// The short name of a policy.
    Id,
    /// The version of a policy.
    Version,
    /// A web address.
    Url,
    /// An e-mail address.
    EmailAddress,
    /// A telephone number as people write it.
    PhoneNumber,
    /// A media type.
    MediaType,
    /// A shape of one's own: `#` is a digit, `@` a letter, everything else itself.
    Shape,
}

forms! {
    Id<'p>,
        "a short name in lower-case letters, digits and hyphens",
        "^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
        is_id, Id;
    Version<'p>,
        "a version such as `1` or `1.2`",
        "^[0-9]+(\\.[0-9]+){0,2}$",
        is_version, Version;
    Url<'p>,
        "a web address that begins with `https://`",
        "^https://[^\\s/]+\\.[^\\s]+$",
        is_url, Url;
    EmailAddress<'p>,
        "an e-mail address",
        "^[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+$",
        is_email, EmailAddress;
    PhoneNumber<'p>,
        "a telephone number",
        "^\\+?[0-9]([0-9 ()-]*[0-9])?$",
        is_phone, PhoneNumber;
    MediaType<'p>,
        "a media type such as `image/png`",
        "^[a-z0-9.+-]+/[a-z0-9.+-]+$",
        is_media_type, MediaType;
    Shape<'p>,
        "a shape of at least three characters with `#` for a digit or `@` for a letter, such as `S##-#####`",
        "^(?=.*[#@]).{3,}$",
        is_shape, Shape;
}

/// How many parts there are between the separators, if each is as it should be.
#[inline(never)]
fn parts(text: &str, separator: u8, fits: fn(&[u8]) -> bool) -> Option<usize> {
    let mut count = 0;
    for part in text.as_bytes().split(|it| *it == separator) {
        if part.is_empty() || !fits(part) {
            return None;
        }
        count += 1;
    }
    Some(count)
}

/// Whether every byte is a small letter or digit, or one of the others.
fn plain(part: &[u8], others: &[u8]) -> bool {
    part.iter().all(|it| match it {
        b'a'..=b'z' | b'0'..=b'9' => true,
        other => others.contains(other),
    })
}

/// Whether it has no space, quote or `@`.
fn unbroken(part: &[u8]) -> bool {
    !part.iter().any(|it| *it <= b' ' || b"@\"<>\x7f".contains(it))
}

fn is_id(text: &str) -> bool {
    !text.starts_with(|it: char| it.is_ascii_digit()) && parts(text, b'-', |it| plain(it, b"")).is_some()
}

fn is_version(text: &str) -> bool {
    parts(text, b'.', |it| it.len() < 10 && it.iter().all(u8::is_ascii_digit)).is_some_and(|it| it <= 3)
}

pub(crate) fn is_url(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://") else { return false };
    let host = rest.split('/').next().unwrap_or_default();
    unbroken(rest.as_bytes()) && parts(host, b'.', |_| true).is_some_and(|it| it > 1)
}

pub(crate) fn is_email(text: &str) -> bool {
    let domain = |it: &str| parts(it, b'.', unbroken).is_some_and(|it| it > 1);
    text.split_once('@').is_some_and(|it| !it.0.is_empty() && unbroken(it.0.as_bytes()) && domain(it.1))
}

pub(crate) fn is_phone(text: &str) -> bool {
    let number = text.strip_prefix('+').unwrap_or(text).as_bytes();
    let digit = |it: Option<&u8>| it.is_some_and(u8::is_ascii_digit);
    digit(number.first()) && digit(number.last()) && number.iter().all(|it| it.is_ascii_digit() || b" ()-".contains(it))
}

fn is_media_type(text: &str) -> bool {
    parts(text, b'/', |it| plain(it, b".+-")) == Some(2)
}

fn is_shape(text: &str) -> bool {
    text.bytes().any(|it| it == b'#' || it == b'@') && text.chars().count() >= 3
}

#[cfg(test)]
mod tests {
    use super::{is_email, is_phone, is_url};

    #[test]
    fn addresses_have_their_form() {
        assert!(
            is_email("support@prokom.example")
                && !is_email("support@prokom")
                && !is_email("a@b@c.dk")
                && !is_email("a@.dk")
                && !is_email("a b@c.dk")
                && !is_email("<a@c.dk>")
        );
        assert!(is_phone("+45 12 34 56 78") && is_phone("112") && !is_phone("tlf 12") && !is_phone("12 "));
        assert!(!is_phone("-12") && !is_phone("+ 12") && !is_phone("12/13"));
        assert!(
            is_url("https://kommune.example/chat")
                && !is_url("http://kommune.example")
                && !is_url("https://localhost/")
                && !is_url("https://kommune.example/en chat")
        );
    }
}
