//! Capacity as both raters see it: components and topics beside one another, never subtracted.

use super::{
    Sides,
    place::{Measured, Place},
};
use crate::{instrument::Topic, person::Rater};
use serde::Serialize;

/// One component or topic as both raters see it, each beside their own norm. They answered other
/// items, so the two are never subtracted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlaceRow {
    /// The component.
    pub component: String,
    /// The topic of it; none for the whole component.
    pub topic: Option<Topic>,
    /// Where it stands for each; none where that list does not ask it.
    pub places: Sides<Option<Measured>>,
    /// What the two come to.
    pub view: PlaceView,
}

/// What kind of row it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceView {
    /// Both stand on the same side of their cut-off.
    Agree {
        /// At or above it.
        strong: bool,
    },
    /// They do not.
    Differ {
        /// Who sees it as relatively strong.
        stronger: Rater,
    },
    /// Only one of the two has a standing.
    OneMissing {
        /// Who has none.
        who: Rater,
        /// Why.
        why: Gap,
    },
    /// Neither has.
    BothMissing(Sides<Gap>),
}

/// Why there is no standing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Gap {
    /// Too few of the items have a value.
    TooFew,
    /// That list has no such items.
    NotAsked,
    /// The norm has no cut-off for it.
    NoCutOff,
}

/// Puts the places of both raters beside one another, in the order of the resident's.
pub fn rows(places: Sides<Vec<Place>>) -> Vec<PlaceRow> {
    let Sides { resident, mut professional } = places;
    let mut rows = Vec::with_capacity(resident.len());
    for place in resident {
        let same = |p: &Place| p.component == place.component && p.topic == place.topic;
        let other = professional.iter().position(same).map(|at| professional.remove(at));
        rows.push((Some(place), other));
    }
    rows.extend(professional.into_iter().map(|place| (None, Some(place))));
    rows.into_iter().filter_map(|(resident, professional)| row(resident, professional)).collect()
}

fn row(resident: Option<Place>, professional: Option<Place>) -> Option<PlaceRow> {
    let one = resident.as_ref().or(professional.as_ref())?;
    let (component, topic) = (one.component.clone(), one.topic);
    let measured = |place: Option<Place>| place.map(|place| place.measured);
    let places = Sides { resident: measured(resident), professional: measured(professional) };
    let view = PlaceView::of(&places);
    Some(PlaceRow { component, topic, places, view })
}

impl PlaceView {
    fn of(places: &Sides<Option<Measured>>) -> Self {
        use Rater::{Professional, Resident};
        let sides = places.map(|place| strong(place.as_ref()));
        match (sides.resident, sides.professional) {
            (Ok(resident), Ok(professional)) if resident == professional => {
                Self::Agree { strong: resident }
            }
            (Ok(true), Ok(_)) => Self::Differ { stronger: Resident },
            (Ok(false), Ok(_)) => Self::Differ { stronger: Professional },
            (Err(why), Ok(_)) => Self::OneMissing { who: Resident, why },
            (Ok(_), Err(why)) => Self::OneMissing { who: Professional, why },
            (Err(resident), Err(professional)) => {
                Self::BothMissing(Sides { resident, professional })
            }
        }
    }
}

fn strong(place: Option<&Measured>) -> Result<bool, Gap> {
    let place = place.ok_or(Gap::NotAsked)?;
    match (place.standing, &place.cut_off) {
        (Some(standing), _) => Ok(standing.strong),
        (None, None) => Err(Gap::NoCutOff),
        (None, Some(_)) => Err(Gap::TooFew),
    }
}
