//! Names, where a word before them leaves no doubt: "mevrouw De Vries", "dhr. J. van Dam", "heet Anna".

use std::ops::Range;

/// After these a full stop belongs to the word.
const SHORT: [&str; 9] = ["mevr", "mw", "mvr", "mej", "dhr", "hr", "fam", "dr", "drs"];
/// After these a full stop ends the sentence.
const TITLES: [&str; 13] = [
    "mevrouw",
    "mejuffrouw",
    "meneer",
    "mijnheer",
    "menheer",
    "heer",
    "familie",
    "dokter",
    "juf",
    "oom",
    "tante",
    "heet",
    "genaamd",
];
/// Between a title and a surname, in small letters or with a capital.
const PARTICLES: [&str; 16] = [
    "van", "de", "der", "den", "ter", "ten", "te", "'t", "’t", "el", "al", "ben", "la", "le", "du",
    "von",
];
/// Words that begin a sentence; after a title they are no name.
const NOT_NAMES: [&str; 41] = [
    "Zij", "Ze", "Hij", "Het", "Een", "Dit", "Dat", "Deze", "Die", "Er", "We", "Wij", "Ik", "In",
    "Op", "Als", "Maar", "En", "Dan", "Daar", "Daarna", "Nu", "Ook", "Na", "Met", "Voor", "Wil",
    "Heeft", "Is", "Kan", "Komt", "Gaat", "Was", "Moet", "Mag", "Zou", "Om", "Aan", "Bij", "Hier",
    "Toen",
];
/// "Mevrouw van Turkse afkomst" is nobody's name.
const DESCENT: [&str; 5] = ["afkomst", "komaf", "origine", "herkomst", "achtergrond"];

pub(super) fn find(text: &str) -> Vec<Range<usize>> {
    let words = words(text);
    let (mut found, mut at) = (vec![], 0);
    while at < words.len() {
        match name_after(&words, at) {
            Some(last) => {
                found.push(words[at].start()..words[last].end());
                at = last + 1;
            }
            None => at += 1,
        }
    }
    found
}

/// Where the name ends that the title at this place begins.
fn name_after(words: &[Word<'_>], title: usize) -> Option<usize> {
    let small = words[title].bare().to_lowercase();
    let before = title.checked_sub(1).map(|before| words[before].bare().to_lowercase());
    let leads = if SHORT.contains(&small.as_str()) {
        words[title].ends_with(&["", "."])
    } else if TITLES.contains(&small.as_str()) {
        words[title].ends_with(&[""])
    } else if small == "naam" {
        words[title].ends_with(&[":"])
    } else {
        small == "is" && before.as_deref() == Some("naam") && words[title].ends_with(&[""])
    };
    if !leads {
        return None;
    }
    // "familie van Anna" says of whom, "familie Van Dam" says who.
    let particles = if small == "familie" { 0 } else { 3 };
    let last = name_part(words, title + 1, particles)?;
    let descent = words.get(last + 1).is_some_and(|next| DESCENT.contains(&next.bare()));
    let is_of = words[title + 1].bare() == "van";
    if (descent && is_of) || NOT_NAMES.contains(&words[last].bare()) {
        return None;
    }
    // First names and surname: as long as more follows without a stop between.
    let more = |last: usize| {
        let on = words[last].ends_with(&[""]) || words[last].is_initials();
        name_part(words, last + 1, 3).filter(|next| on && !NOT_NAMES.contains(&words[*next].bare()))
    };
    Some(std::iter::successors(Some(last), |last| more(*last)).take(3).last().unwrap_or(last))
}

/// Where a word with a capital stands, after some particles at most.
fn name_part(words: &[Word<'_>], from: usize, particles: usize) -> Option<usize> {
    let skipped = words.get(from..)?.iter().take(particles).take_while(|word| word.is_particle());
    let after = from + skipped.count();
    let fits = |at: usize| words.get(at).is_some_and(|w| w.is_capitalised() && !w.is_particle());
    fits(after).then_some(after)
}

/// A piece of text between blanks, and where it begins.
struct Word<'a> {
    from: usize,
    text: &'a str,
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = vec![];
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| !c.is_whitespace()) {
        let from = text.len() - rest.len() + start;
        let end = text[from..].find(char::is_whitespace).map_or(text.len(), |length| from + length);
        words.push(Word { from, text: &text[from..end] });
        rest = &text[end..];
    }
    words
}

impl<'a> Word<'a> {
    /// Without brackets, quotes and stops around it; an apostrophe that begins a particle stays.
    fn bare(&self) -> &'a str {
        let start = self.text.trim_start_matches(['(', '[', '"', '“', '„', '*', '-']);
        start.trim_end_matches([')', ']', '"', '”', '.', ',', ';', ':', '!', '?', '\'', '’'])
    }

    fn start(&self) -> usize {
        let before = self.text.trim_start_matches(['(', '[', '"', '“', '„', '*', '-']);
        self.from + self.text.len() - before.len()
    }

    fn end(&self) -> usize {
        self.start() + self.bare().len()
    }

    /// Whether what stands behind the bare word is one of these.
    fn ends_with(&self, ends: &[&str]) -> bool {
        ends.contains(&&self.text[self.end() - self.from..])
    }

    fn is_particle(&self) -> bool {
        PARTICLES.contains(&self.bare().to_lowercase().as_str())
    }

    /// `J.` or `J.P.`: after these the name goes on.
    fn is_initials(&self) -> bool {
        let bare = self.bare();
        self.text.ends_with('.') && bare.split('.').all(|part| part.chars().count() == 1)
    }

    fn is_capitalised(&self) -> bool {
        let bare = self.bare();
        let in_a_name = |c: char| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.');
        bare.starts_with(char::is_uppercase) && bare.chars().all(in_a_name)
    }
}
