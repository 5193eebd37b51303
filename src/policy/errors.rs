//! What is wrong with a policy file, and where.

use std::fmt;

/// One mistake in a policy file, or one thing that its author should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in code points.
    pub column: u32,
    /// The keys that lead to it, such as `categories.health.action`; empty for the file as a whole.
    pub path: String,
    /// What is wrong: lower case, no full stop.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", self.line, self.column)?;
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)
    }
}

/// Everything that is wrong with a policy file, in the order of the file. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyErrors(Vec<Problem>);

impl PolicyErrors {
    pub(crate) fn new(problems: Vec<Problem>) -> PolicyErrors {
        PolicyErrors(problems)
    }

    /// The mistakes, in the order of the file.
    pub fn problems(&self) -> &[Problem] {
        &self.0
    }
}

impl fmt::Display for PolicyErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, problem) in self.0.iter().enumerate() {
            if n > 0 {
                f.write_str("\n")?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for PolicyErrors {}
