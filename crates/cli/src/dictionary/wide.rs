//! The wide form: the columns of every instrument, once for each moment.

use super::{Column, about, items, scores, sources::Known};
use draagkracht_core::person::{Moment, Rater};

/// The columns of one instrument at one moment.
pub struct Part {
    /// The moment.
    pub moment: Moment,
    /// Where the instrument stands in the dictionary.
    pub instrument: usize,
    /// Named as in `t1_res_competences_1`.
    pub columns: Vec<Column>,
}

/// Every part, in order.
pub fn parts(known: &[Known]) -> Vec<Part> {
    let of = |moment| {
        let instruments = known.iter().enumerate();
        instruments.map(move |(instrument, known)| {
            let columns = columns(known, moment);
            Part { moment, instrument, columns }
        })
    };
    Moment::ALL.into_iter().flat_map(of).collect()
}

fn columns(known: &Known, moment: Moment) -> Vec<Column> {
    let rater = known.own.rater();
    let mut columns = items::columns(known);
    columns.extend(scores::columns());
    columns.extend(about::manner());
    if rater == Rater::Professional {
        columns.push(about::professional());
    }
    let prefix = format!("{}_{}", moment.as_str().to_lowercase(), items::prefix(known));
    let (nl, en) = match rater {
        Rater::Resident => ("inwoner", "resident"),
        Rater::Professional => ("professional", "professional"),
    };
    for Column { variable, .. } in &mut columns {
        variable.name = format!("{prefix}_{}", variable.name);
        variable.words.nl = format!("{moment} {nl}: {}", variable.words.nl);
        variable.words.en = format!("{moment} {en}: {}", variable.words.en);
    }
    columns
}
