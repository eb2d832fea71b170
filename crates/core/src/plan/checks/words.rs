//! Words and phrases in a text. Nothing is understood here: a text is a row of words in small letters.

use serde::Deserialize;

/// The words of a text, in small letters; anything but letters and digits stands between words.
pub(super) fn words(text: &str) -> Vec<String> {
    let small = text.to_lowercase();
    small
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The sentences of a text: what stands between `.`, `;`, `!`, `?` and line ends.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = Vec<String>> {
    parts(text, &['.', ';', '!', '?', '\n'])
}

/// The items of a list in a text: what stands between `;` and line ends. A full stop does not part
/// them: the next sentence may say what the first is for.
pub(super) fn items(text: &str) -> impl Iterator<Item = Vec<String>> {
    parts(text, &[';', '\n'])
}

fn parts(text: &str, ends: &'static [char]) -> impl Iterator<Item = Vec<String>> {
    text.split(ends).map(words).filter(|words| !words.is_empty())
}

/// When two words count as one: Dutch adds its endings behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SameWord {
    /// One begins with the other, which has at least this many letters.
    begins_with: usize,
    /// Or both begin with the same letters, this many.
    shared_beginning: usize,
}

impl SameWord {
    pub(super) fn same(self, one: &str, other: &str) -> bool {
        let shared = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
        let shorter = one.chars().count().min(other.chars().count());
        one == other
            || shared >= self.shared_beginning
            || (shared == shorter && shorter >= self.begins_with)
    }
}

/// Words that stand beside each other, written as `hulp bij`. A word with `*` behind it stands for
/// every word that begins so.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Phrase(Vec<Word>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    text: String,
    beginning: bool,
}

impl TryFrom<String> for Phrase {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let word = |word: &str| {
            let plain = word.strip_suffix('*').unwrap_or(word);
            let fits = !plain.is_empty() && words(plain) == [plain];
            fits.then(|| Word { text: plain.to_owned(), beginning: plain != word })
        };
        let phrase: Option<Vec<Word>> = text.split(' ').map(word).collect();
        phrase.map(Self).ok_or_else(|| {
            format!("\"{text}\" is not words in small letters with one blank between, each with a * at most")
        })
    }
}

impl Phrase {
    /// How many words of a text it takes when the text begins with it.
    pub(super) fn begins(&self, text: &[String]) -> Option<usize> {
        let fits = |(word, found): (&Word, &String)| {
            if word.beginning { found.starts_with(&word.text) } else { *found == word.text }
        };
        let enough = text.len() >= self.0.len();
        (enough && self.0.iter().zip(text).all(fits)).then_some(self.0.len())
    }

    /// Whether it stands anywhere in a text.
    pub(super) fn within(&self, text: &[String]) -> bool {
        (0..text.len()).any(|from| self.begins(&text[from..]).is_some())
    }
}

/// By what a text is read as something.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Signs {
    /// Any of these is a sign.
    signs: Vec<Sign>,
    /// With any of these phrases there is none.
    unless: super::Phrases,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sign {
    at: Place,
    phrases: Vec<Phrase>,
    reason: String,
}

/// Where a phrase must stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Place {
    Start,
    Anywhere,
}

impl Signs {
    /// Whether there is nothing to find it by.
    pub(super) fn is_empty(&self) -> bool {
        self.signs.iter().all(|sign| sign.phrases.is_empty())
    }

    /// Why each of its lists is there.
    pub(super) fn reasons(&self) -> impl Iterator<Item = &String> {
        self.signs.iter().map(|sign| &sign.reason).chain([&self.unless.reason])
    }

    /// Whether a text has a sign, and none of what takes it back. `skipped` are the phrases that
    /// are passed over at its start.
    pub(super) fn read(&self, text: &[String], skipped: &[Phrase]) -> bool {
        let mut start = text;
        while let Some(length) = skipped.iter().find_map(|phrase| phrase.begins(start)) {
            start = &start[length..];
        }
        let found = |sign: &Sign| match sign.at {
            Place::Start => sign.phrases.iter().any(|phrase| phrase.begins(start).is_some()),
            Place::Anywhere => sign.phrases.iter().any(|phrase| phrase.within(text)),
        };
        self.signs.iter().any(found)
            && !self.unless.phrases.iter().any(|phrase| phrase.within(text))
    }
}
