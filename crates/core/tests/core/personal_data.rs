//! What is pointed out in a text, and what is left alone.

use draagkracht_core::personal_data::{Kind, find};
use proptest::prelude::*;

const YEAR: u16 = 2026;

fn of(kind: Kind, text: &str) -> Vec<&str> {
    find(text, YEAR).into_iter().filter(|found| found.kind == kind).map(|f| &text[f.at]).collect()
}

fn alone(texts: &[&str]) {
    for text in texts {
        assert_eq!(find(text, YEAR), [], "{text}");
    }
}

/// 123456782: 9+16+21+24+25+24+21+16-2 = 154 = 14*11. 111222333: 9+8+7+12+10+8+9+6-3 = 66 = 6*11.
/// 010464554: 8+0+24+30+16+15+10-4 = 99 = 9*11.
#[test]
fn service_numbers_with_common_separators() {
    for number in [
        "123456782",
        "111222333",
        "123 456 782",
        "123.456.782",
        "1234.56.782",
        "123-456-782",
        "1234 56 782",
        "12 34 56 782",
        "123\u{a0}456\u{a0}782",
        "010464554",
    ] {
        for text in [
            number.to_owned(),
            format!("BSN {number}."),
            format!("(bsn:{number})"),
            format!("Mevrouw belde. {number}, zei ze."),
            format!("{number}, 12-05-2026"),
        ] {
            assert_eq!(of(Kind::ServiceNumber, &text), [number], "{text}");
        }
    }
    assert_eq!(of(Kind::ServiceNumber, "bsn is 10464554"), ["10464554"], "without its zero");
    assert_eq!(of(Kind::ServiceNumber, "111222333 en 123456782"), ["111222333", "123456782"]);
}

#[test]
fn other_numbers_are_left_alone() {
    alone(&[
        "123456789",
        "000000000",
        "10464554",
        "1234567820",
        "5123456782",
        "x123456782",
        "123456782x",
        "€ 123.456.782",
        "123456782,50",
        "1,123456782",
        "123.456-782",
        "1 23456782",
        "+123456782",
        "06 12345678",
        "0592 12 34 56",
        "NL91 ABNA 0417 1643 00",
        "NL91ABNA0417164300",
        "73D0-9NZF",
        "123 456 782 123",
    ]);
}

proptest! {
    /// One wrong digit is always seen: 11 is prime and every weight is less.
    #[test]
    fn the_eleven_test_sees_one_wrong_digit(at in 0..9usize, other in 0..10u8) {
        let mut digits = *b"123456782";
        prop_assume!(digits[at] != b'0' + other);
        digits[at] = b'0' + other;
        let text = String::from_utf8(digits.to_vec()).unwrap();
        prop_assert_eq!(find(&text, YEAR), []);
    }

    #[test]
    fn any_text_has_its_places_within_it(text in "[0-9 .'’a-zA-Zé€-]{0,40}|\\PC{0,40}") {
        for found in find(&text, YEAR) {
            prop_assert!(!text[found.at].is_empty());
        }
    }
}

#[test]
fn birth_dates_in_dutch_and_in_numbers() {
    for date in [
        "12-3-1965",
        "12-03-1965",
        "12/3/1965",
        "12.03.1965",
        "1965-03-12",
        "12-3-65",
        "12-3-'65",
        "1/2/99",
        "12 maart 1965",
        "12 Maart 1965",
        "12 mrt. 1965",
        "12 mrt 1965",
        "12 mrt '65",
        "1 januari 2020",
        "12-mrt-1965",
        "29 februari 2016",
        "3 sept. 2011",
    ] {
        for text in [date.to_owned(), format!("Zij is van {date}."), format!("({date})")] {
            assert_eq!(of(Kind::BirthDate, &text), [date], "{text}");
        }
    }
    for (text, date) in [
        ("Haar dochter is geboren op 4 mei 2025.", "4 mei 2025"),
        ("geb. 4-5-2026", "4-5-2026"),
        ("Geboortedatum: 04-05-25", "04-05-25"),
        ("Op 4-5-2025 geboren", "4-5-2025"),
    ] {
        assert_eq!(of(Kind::BirthDate, text), [date], "{text}");
    }
}

#[test]
fn other_days_are_left_alone() {
    alone(&[
        "Gesprek op 12-3-2026",
        "Afspraak: 12 maart 2026 om 10.30 uur",
        "Sinds 1-9-2023 bij ons",
        "Terug op 12 maart 2031",
        "31-2-1965",
        "12-13-1965",
        "0-3-1965",
        "12 maart",
        "12 keer 1965",
        "In 1965 kwam hij hier",
        "tussen 12 en 1965",
        "paragraaf 3.2.10",
        "1.2.3.1965",
        "12-3-1965-4",
        "112-3-1965",
        "12-3-196",
        "12-3/1965",
        "06-12345678",
        "geboren op 4 mei 2031",
        "12-3-1865",
    ]);
}

#[test]
fn names_after_a_sure_sign() {
    for (text, name) in [
        ("Gesproken met mevrouw Jansen over geld.", "mevrouw Jansen"),
        ("Mevrouw X wil rust", "Mevrouw X"),
        ("dhr. Bakker", "dhr. Bakker"),
        ("Dhr Bakker", "Dhr Bakker"),
        ("de heer Van den Berg", "heer Van den Berg"),
        ("(mw. De Vries)", "mw. De Vries"),
        ("mevr. van der Linden-Smit, dochter", "mevr. van der Linden-Smit"),
        ("meneer J.P. de Wit", "meneer J.P. de Wit"),
        ("dhr. A. El Amrani zegt", "dhr. A. El Amrani"),
        ("meneer Jan van Dam.", "meneer Jan van Dam"),
        ("Mevrouw 't Hart", "Mevrouw 't Hart"),
        ("familie Öztürk", "familie Öztürk"),
        ("Haar zoon heet Ali.", "heet Ali"),
        ("een vriendin, genaamd Anna", "genaamd Anna"),
        ("Zijn naam is Piet", "is Piet"),
        ("Naam: Fatima", "Naam: Fatima"),
        ("MEVROUW JANSEN", "MEVROUW JANSEN"),
        ("mw. Jansen. Zij belde", "mw. Jansen"),
    ] {
        assert_eq!(of(Kind::Name, text), [name], "{text}");
    }
    assert_eq!(
        of(Kind::Name, "Mevrouw Jansen en meneer Bakker"),
        ["Mevrouw Jansen", "meneer Bakker"]
    );
}

#[test]
fn other_words_are_left_alone() {
    alone(&[
        "Mevrouw wil graag rust.",
        "Gesproken met mevrouw. Zij wil rust.",
        "Gesproken met mw. Zij wil rust.",
        "Dit zei meneer, De buurman niet.",
        "mevrouw van Turkse afkomst",
        "familie van Nederlandse kennissen",
        "de heer en mevrouw",
        "Het water is heet. Ze heeft een ketel.",
        "De naam is niet bekend.",
        "Dokter bellen",
        "Kent mensen in Amsterdam en gaat naar de Voedselbank",
        "mevrouw",
        "dhr.",
        "mw. De fiets is kapot",
        "Meneer 1965",
    ]);
}

#[test]
fn everything_in_one_text_in_order() {
    let text = "Mevrouw Jansen (geb. 12-3-1965, bsn 123456782) wil rust.";
    let kinds: Vec<_> = find(text, YEAR).iter().map(|found| found.kind).collect();
    assert_eq!(kinds, [Kind::Name, Kind::BirthDate, Kind::ServiceNumber]);
}

#[test]
fn the_golden_plans_name_nobody() {
    alone(&[include_str!("../golden/plan.v1.json")]);
}
