//! The texts of the interface. What lives here: names, languages and how they are read; no words
//! in code. The app loads one language.

include!(concat!(env!("OUT_DIR"), "/text.rs"));

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Dutch, the first: the questions were studied in it.
    Dutch,
    /// English.
    English,
    /// Frisian; this one and the next are for residents only.
    Frisian,
    /// Arabic, from right to left.
    Arabic,
    /// Turkish.
    Turkish,
    /// Polish.
    Polish,
    /// Ukrainian.
    Ukrainian,
}

impl Language {
    /// Every language, in the order in which people choose from them.
    pub const ALL: [Self; 7] = [
        Self::Dutch,
        Self::English,
        Self::Frisian,
        Self::Arabic,
        Self::Turkish,
        Self::Polish,
        Self::Ukrainian,
    ];

    /// As in the `lang` attribute of HTML and in the file's name.
    pub fn tag(self) -> &'static str {
        ["nl", "en", "fy", "ar", "tr", "pl", "uk"][self as usize]
    }

    /// Its own name for itself.
    pub fn name(self) -> &'static str {
        ["Nederlands", "English", "Frysk", "العربية", "Türkçe", "Polski", "Українська"]
            [self as usize]
    }

    /// As in the `dir` attribute of HTML.
    pub fn direction(self) -> &'static str {
        if self == Self::Arabic { "rtl" } else { "ltr" }
    }

    /// The language with this tag, or Dutch.
    pub fn from_tag(tag: &str) -> Self {
        Self::ALL.into_iter().find(|language| language.tag() == tag).unwrap_or(Self::Dutch)
    }

    /// The one of the professional's screens for who chose this: they are in Dutch and English.
    #[must_use]
    pub fn of_professional(self) -> Self {
        if self == Self::English { self } else { Self::Dutch }
    }
}

/// The texts of one language.
#[derive(Debug, Clone)]
pub struct Texts(Vec<Box<str>>);

/// A file of texts that is not of this release.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there are {0} texts, not {1}")]
pub struct OtherTexts(usize, usize);

impl Texts {
    /// Reads a language's file as the build made it: one text a line, in the order of [`Text`], for
    /// residents ([`RESIDENT`] texts) or followed by the professional's ([`ALL`]).
    /// Names are checked when the app is built; here only their number.
    pub fn load(lines: &str, count: usize) -> Result<Self, OtherTexts> {
        let texts: Vec<Box<str>> = lines.split('\n').map(Into::into).collect();
        if texts.len() == count { Ok(Self(texts)) } else { Err(OtherTexts(texts.len(), count)) }
    }

    /// The text with this name.
    pub fn get(&self, text: Text) -> &str {
        &self.0[text as usize]
    }

    /// The text with each `{name}` in it replaced.
    pub fn with(&self, text: Text, values: &[(&str, &str)]) -> String {
        let mut parts = self.get(text).split('{');
        let mut filled = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (name, rest) = part.split_once('}').unwrap_or((part, ""));
            let value = values.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
            filled.push_str(value.unwrap_or(name));
            filled.push_str(rest);
        }
        filled
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_replaced_and_the_rest_stays() {
        let lines = vec!["{a} en {b}, {a}."; RESIDENT].join("\n");
        let texts = Texts::load(&lines, RESIDENT).unwrap();
        assert_eq!(texts.with(Text::AppName, &[("a", "1"), ("b", "2")]), "1 en 2, 1.");
        assert_eq!(texts.with(Text::AppName, &[("b", "")]), "a en , a.");
    }

    #[test]
    fn a_language_is_found_by_its_tag() {
        for (at, language) in Language::ALL.into_iter().enumerate() {
            assert_eq!(language as usize, at, "tags and names stand in the order of the languages");
            assert_eq!(Language::from_tag(language.tag()), language);
        }
        assert_eq!(Language::from_tag("xx"), Language::Dutch);
        assert_eq!(Language::Arabic.of_professional(), Language::Dutch);
        assert_eq!(Language::English.of_professional(), Language::English);
    }

    #[test]
    fn another_number_of_texts_is_of_another_release() {
        assert_eq!(Texts::load("een", ALL).unwrap_err(), OtherTexts(1, ALL));
    }
}
