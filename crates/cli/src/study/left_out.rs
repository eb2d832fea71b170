//! What was left out of an export, and what else whoever uses it should know.

use crate::output::shown;

/// Counts of what is not there, in lists, unless it says otherwise.
#[derive(Debug, Default)]
pub struct LeftOut {
    /// Of people who did not agree to research, or took that back.
    pub no_consent: usize,
    /// Not completed.
    pub drafts: usize,
    /// Bundles that hold what only a newer program knows, and why.
    pub newer: Vec<String>,
    /// Of cases that are in such a bundle: what they last agreed to may stand in it.
    pub with_newer: usize,
    /// Answered at a moment at which too few people answered this list.
    pub few: usize,
    /// Working conditions, of fewer professionals than may be.
    pub few_professionals: usize,
    /// Values that too few people have in common, by what they are of.
    pub values: Vec<(&'static str, usize)>,
    /// Not left out: lists that another device contests.
    pub contested: Vec<String>,
    /// Not left out: lists whose type was handed in by another norm, and is another one by ours.
    pub other_type: Vec<String>,
    /// Not left out, but from the wide form: lists that a later one replaces.
    pub replaced: usize,
}

impl LeftOut {
    /// What is to be told, a line each.
    pub fn lines(&self) -> Vec<String> {
        let few = super::FEWEST;
        let mut lines = Vec::new();
        let mut tell = |count: usize, what: &str| {
            if count > 0 {
                lines.push(format!("{} {what}", lists(count)));
            }
        };
        tell(self.no_consent, "left out: no consent to research");
        tell(self.drafts, "left out: not completed");
        tell(
            self.with_newer,
            "left out: the case has a bundle that this program cannot read, in which consent may \
             have been taken back",
        );
        tell(self.few, &format!("left out: fewer than {few} people answered it at that moment"));
        let fewest = super::FEWEST_PROFESSIONALS;
        tell(
            self.few_professionals,
            &format!("of working conditions left out: fewer than {fewest} professionals"),
        );
        tell(self.replaced, "not in the wide form: completed again later");
        for reason in &self.newer {
            lines.push(shown(&format!("a bundle left out: {reason}; update this program")));
        }
        for (what, count) in &self.values {
            let why = format!("fewer than {few} people have it in common, or it would tell theirs");
            lines.push(format!("{what} left out of {}: {why}", lists(*count)));
        }
        for id in &self.contested {
            lines.push(format!("list {id}: another device has another version; kept, marked"));
        }
        for id in &self.other_type {
            lines.push(format!(
                "list {id}: its type by the norm it was handed in with is another than by ours; \
                 both are in the lists"
            ));
        }
        lines
    }
}

fn lists(count: usize) -> String {
    if count == 1 { "1 list".to_owned() } else { format!("{count} lists") }
}
