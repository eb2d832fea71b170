//! The items to the letter, typed over from the report (tables 2.1 and 2.2, section 2.1), and what
//! the instruments assume where it publishes nothing.

use crate::fixtures::{professional, resident};
use draagkracht_core::instrument::{BUILT_IN, Instrument, Rule, Topic};
use serde_json::Value;

fn texts<'a>(instrument: &'a Instrument, component: &str) -> Vec<&'a str> {
    let component = instrument.components().iter().find(|c| c.id == component).unwrap();
    instrument.items_of(component).map(|item| item.text.as_str()).collect()
}

#[test]
fn the_residents_competences() {
    assert_eq!(
        texts(&resident(), "competences"),
        [
            "Ik kan mijn problemen zelf oplossen.",
            "Ik weet goed wat mijn problemen zijn.",
            "Ik ken mijn sterke en zwakke punten.",
            "Ik ben een doorzetter.",
            "Als ik iets wil, dan ga ik ervoor.",
            "Ik vind dat ik mijn eigen problemen zelf moet oplossen.",
            "Ik heb geen problemen met het begrijpen van formulieren.",
            "Ik kan aan anderen goed duidelijk maken wat ik wel en niet wil.",
        ]
    );
}

#[test]
fn the_residents_social_capital() {
    assert_eq!(
        texts(&resident(), "social_capital"),
        [
            "Ik ben tevreden over het aantal vrienden en mijn familie.",
            "Ik maak makkelijk contacten met andere mensen.",
            "Ik ken in mijn omgeving voldoende mensen die mij kunnen helpen als er iets is.",
            "Samen met vrienden/bekenden kan ik mijn problemen aan.",
            "Ik ken in mijn omgeving voldoende mensen met wie ik kan samenwerken.",
            "Ik ken hier voldoende steun-, informatie- en adviespunten/verenigingen die mij kunnen helpen.",
            "Als ik nieuwe mensen wil ontmoeten, dan weet ik waar dat kan.",
        ]
    );
}

#[test]
fn the_professionals_competences() {
    assert_eq!(
        texts(&professional(), "competences"),
        [
            "Heeft inzicht in de eigen probleemsituatie en de oorzaken daarvan",
            "Heeft vermogen om realistische doelen te stellen",
            "Is gemotiveerd",
            "Heeft doorzettingsvermogen",
            "Heeft zelfdiscipline",
            "Heeft gevoel zelf verantwoordelijk te zijn voor het bereiken van zijn doelen",
        ]
    );
}

#[test]
fn the_professionals_social_capital() {
    assert_eq!(
        texts(&professional(), "social_capital"),
        [
            "Heeft een toereikend netwerk",
            "Heeft een betrouwbaar netwerk",
            "Heeft inzicht in mensen om zich heen die zo nodig hulp kunnen bieden",
            "Heeft vertrouwen in mensen om zich heen",
            "Heeft vertrouwen in het voorliggend veld en informele netwerken",
            "Durft een beroep te doen op anderen",
        ]
    );
}

#[test]
fn both_are_asked_the_same_eight_domains() {
    for instrument in [resident(), professional()] {
        assert_eq!(
            texts(&instrument, "burden"),
            [
                "financiën (inclusief schulden)",
                "tijdsbesteding (inclusief dagbesteding)",
                "wonen/opvang",
                "veiligheid/huiselijk geweld",
                "lichamelijke gezondheid",
                "geestelijke gezondheid",
                "opvoeding/ouderschap",
                "onderwijs/scholing",
            ]
        );
        let sensitive: Vec<_> =
            instrument.items().iter().filter(|i| i.sensitive).map(|i| i.id.as_str()).collect();
        assert_eq!(sensitive, ["burden.safety"]);
    }
}

#[test]
fn both_have_the_same_words_for_the_same_points() {
    for instrument in [resident(), professional()] {
        let agreement = [
            "Helemaal niet mee eens",
            "Niet mee eens",
            "Niet eens, niet oneens",
            "Mee eens",
            "Helemaal mee eens",
        ];
        let burden = ["Geen", "Een beetje", "Nogal wat", "Veel", "Zeer veel"];
        let options: Vec<_> = instrument.components().iter().map(|c| &c.options).collect();
        assert_eq!(options, [&agreement, &agreement, &burden]);
        assert_eq!(
            [instrument.dont_know(), instrument.wont_say()],
            ["Weet ik niet", "Wil ik niet zeggen"]
        );
    }
}

#[test]
fn cut_offs_and_the_answers_that_suffice() {
    for (instrument, cut_offs, needed) in
        [(resident(), ["3.78", "3.29"], [6, 6, 8]), (professional(), ["3.35", "2.91"], [5, 5, 8])]
    {
        let norm = instrument.norm();
        assert_eq!(norm.name, "study-t1");
        let components = ["competences", "social_capital"];
        assert_eq!(components.map(|c| norm.cut_offs[c].to_string()), cut_offs);
        let rules: Vec<_> = instrument
            .components()
            .iter()
            .map(|component| match &component.rule {
                Rule::Mean { needed, clear_change } => {
                    assert_eq!(clear_change.to_string(), "0.8");
                    *needed
                }
                Rule::Count { from, needed } => {
                    assert_eq!(from.value(), 4);
                    *needed
                }
            })
            .collect();
        assert_eq!(rules, needed);
    }
}

#[test]
fn local_provision_is_the_residents_last_two_and_the_professionals_fifth() {
    let of = |instrument: &Instrument, topic| {
        let items = instrument.items().iter().filter(|item| item.topic == Some(topic));
        items.map(|item| item.id.as_str().to_owned()).collect::<Vec<_>>()
    };
    let local = Topic::LocalProvision;
    assert_eq!(of(&resident(), local), ["social_capital.6", "social_capital.7"]);
    assert_eq!(of(&professional(), local), ["social_capital.5"]);
    for instrument in [resident(), professional()] {
        for item in instrument.items() {
            let burden = instrument.component_of(item).id == "burden";
            assert_eq!(item.topic.is_none(), burden, "{}", item.id);
        }
    }
}

/// What the report does not publish is marked in the file, with a reason.
#[test]
fn every_assumption_is_marked() {
    for built_in in BUILT_IN {
        let file: Value = serde_json::from_str(built_in.json).unwrap();
        let about: Vec<_> = file["assumptions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|a| a["about"].as_str().unwrap())
            .collect();
        assert_eq!(
            about,
            [
                "scales.agreement",
                "scales.burden",
                "components.stem",
                "components.burden.score.from",
                "norm",
                "components.score.needed",
                "components.score.clear_change",
                "missing",
                "items.plain",
            ],
            "{}",
            built_in.id
        );
    }
}
