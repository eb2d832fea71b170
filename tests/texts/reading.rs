//! How hard a Dutch text is to read: its sentences, words and syllables, and Flesch-Douma.

/// The sentences of a text. A sentence ends at the end of a line, and at `.`, `!`, `?`, `…` or `:`
/// before a space or the end: the point in "0800-2000." ends one, the one in "2.5" does not.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for line in text.lines() {
        let mut start = 0;
        for (at, character) in line.char_indices() {
            let end = at + character.len_utf8();
            if ".!?…:".contains(character)
                && line[end..].chars().next().is_none_or(char::is_whitespace)
            {
                found.push(line[start..end].trim());
                start = end;
            }
        }
        found.push(line[start..].trim());
    }
    found.retain(|sentence| words(sentence).next().is_some());
    found
}

/// The words of a text: whatever stands between spaces and has a letter or a digit. A place that is
/// filled in later (`{organisation}`) is a word.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric))
}

/// The vowels that make one sound together, the longest first.
const TOGETHER: [&str; 21] = [
    "aai", "ooi", "oei", "eeu", "ieu", "eau", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ei",
    "ij", "ou", "au", "ée", "éé", "ai",
];

/// The syllables of a word, counted as its vowel sounds: [`TOGETHER`] once, any other vowel once.
/// A dieresis begins a new one ("financiën": fi-nan-ci-ën), `y` sounds as a vowel unless one follows.
/// A number and a place that is filled in later count as two. Words from French ("station", 3)
/// come out one too high: the text then seems harder, never easier.
pub fn syllables(word: &str) -> usize {
    if word.contains('{') || !word.chars().any(char::is_alphabetic) {
        return 2;
    }
    let word = word.to_lowercase();
    let mut rest = word.as_str();
    let mut count = 0;
    while let Some(first) = rest.chars().next() {
        if let Some(sound) = TOGETHER.iter().find(|sound| rest.starts_with(**sound)) {
            count += 1;
            rest = &rest[sound.len()..];
            continue;
        }
        rest = &rest[first.len_utf8()..];
        let vowel_follows = rest.chars().next().is_some_and(is_vowel);
        count += usize::from(is_vowel(first) || first == 'y' && !vowel_follows);
    }
    count.max(1)
}

fn is_vowel(character: char) -> bool {
    "aeiouáéíóúàèâêîôûäëïöü".contains(character)
}

/// Reading ease after Flesch, for Dutch by W. H. Douma (1960): 206.84 − 0.77 × syllables in a hundred
/// words − 0.93 × words in a sentence. 0 is very hard, 100 very easy; `None` without words.
#[expect(clippy::cast_precision_loss, reason = "a few hundred words")]
pub fn ease<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<f64> {
    let sentences: Vec<_> = texts.into_iter().flat_map(sentences).collect();
    let words: Vec<_> = sentences.iter().flat_map(|sentence| words(sentence)).collect();
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let per_hundred = 100.0 * syllables as f64 / words.len() as f64;
    let length = words.len() as f64 / sentences.len() as f64;
    (!words.is_empty()).then_some(206.84 - 0.77 * per_hundred - 0.93 * length)
}

#[test]
fn syllables_are_counted_as_they_sound() {
    for (count, words) in [
        (1, "u geen buurt draai nieuw leeuw vriend lijn app thuis, (ja)"),
        (2, "ruimte vrienden moeite mooie nieuwe zeeën opnieuw hobby's bureau privé yoga geïnd"),
        (2, "112 0800-2000. {organisation}"),
        (3, "duidelijk apparaat, vertrouwen bewaren veiligheid"),
        (4, "financiën beantwoorden verkeerdelijk"),
        (5, "organisatie, versleutelingen"),
    ] {
        for word in words.split(' ') {
            assert_eq!(syllables(word), count, "{word}");
        }
    }
}

#[test]
fn sentences_end_where_one_breathes() {
    let text = "Bel 112. Is het 2.5 km? Kies dan: Geen.\nEen regel\n… Klaar!";
    let expected = ["Bel 112.", "Is het 2.5 km?", "Kies dan:", "Geen.", "Een regel", "Klaar!"];
    assert_eq!(sentences(text), expected);
    assert_eq!(
        words("Ja – nee, e-mail {x} -").collect::<Vec<_>>(),
        ["Ja", "nee,", "e-mail", "{x}"]
    );
}

/// "De kat zit op de mat." is 6 words of 6 syllables: 206.84 − 77 − 5.58 = 124.26.
#[test]
fn ease_agrees_with_one_worked_out_by_hand() {
    assert!((ease(["De kat zit op de mat."]).unwrap() - 124.26).abs() < 0.001);
    assert_eq!(ease(["…"]), None);
}
