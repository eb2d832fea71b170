//! Whether one version of a paper says everything that another one says.

use serde::Serialize;
use serde_json::Value;

/// What tells versions of a paper apart, and is no part of what it says.
const OF_THE_VERSION: [&str; 3] = ["revision", "changed", "completed"];

/// Whether nothing that `other` says is lost when this version takes its place. Words may have become
/// longer at their end; what was not said yet may have been. Anything that was changed may be a loss,
/// so it counts as one: only a person can tell.
pub fn contains<T: Serialize>(this: &T, other: &T) -> bool {
    // A paper that cannot be written is not there either.
    let (Ok(this), Ok(other)) = (serde_json::to_value(this), serde_json::to_value(other)) else {
        return false;
    };
    let (Value::Object(this), Value::Object(mut other)) = (this, other) else { return false };
    for name in OF_THE_VERSION {
        other.remove(name);
    }
    within(&Value::Object(this), &Value::Object(other))
}

fn within(this: &Value, other: &Value) -> bool {
    match (this, other) {
        (Value::Object(this), Value::Object(other)) => other.iter().all(|(name, other)| {
            says_nothing(other) || this.get(name).is_some_and(|this| within(this, other))
        }),
        (Value::Array(this), Value::Array(other)) => each_within(this, other),
        (Value::String(this), Value::String(other)) => this == other || goes_on(this, other),
        (this, other) => this == other || says_nothing(other),
    }
}

/// Whether each of these is in one of those, and no two in the same.
fn each_within(this: &[Value], other: &[Value]) -> bool {
    let mut left: Vec<&Value> = this.iter().collect();
    other.iter().all(|other| {
        let same = left.iter().position(|this| *this == other);
        let found = same.or_else(|| left.iter().position(|this| within(this, other)));
        found.is_some_and(|at| {
            left.remove(at);
            true
        })
    })
}

/// Whether more words were written behind these.
fn goes_on(this: &str, other: &str) -> bool {
    let other = other.trim_end();
    let more = this.strip_prefix(other).and_then(|more| more.chars().next());
    // In a name that this program gives, such as "no" in "not_asked", none of these stands.
    more.is_some_and(|next| next.is_whitespace() || matches!(next, '.' | ',' | ';' | ':'))
        || other.is_empty()
}

fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.trim().is_empty() || text == "not_asked",
        Value::Array(all) => all.is_empty(),
        Value::Object(all) => all.is_empty(),
        _ => false,
    }
}
