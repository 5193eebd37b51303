//! Times in milliseconds since 1970, as days and times of day in UTC.

use time::UtcDateTime;

/// The moment that this is, unless it lies beyond the calendar.
pub(super) fn moment(milliseconds: i64) -> Option<UtcDateTime> {
    UtcDateTime::from_unix_timestamp(milliseconds.div_euclid(1000)).ok()
}

/// The day and the time of day, to the second: `2026-03-02` and `08:15:42`. `None` beyond the calendar.
#[inline(never)]
pub(crate) fn utc(milliseconds: i64) -> Option<(String, String)> {
    let at = moment(milliseconds)?;
    let date = format!("{:04}-{:02}-{:02}", at.year(), u8::from(at.month()), at.day());
    Some((date, format!("{:02}:{:02}:{:02}", at.hour(), at.minute(), at.second())))
}
