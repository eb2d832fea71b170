//! What stands in the way, and what to do about it. Never a blank page.

use super::Trouble;
use crate::{
    app::App,
    i18n::Text,
    platform::element::Element,
    widgets::{Weight, action, button_group, heading, paragraph},
};

pub(super) fn view(app: App, trouble: Trouble) -> Vec<Element> {
    let texts: &[Text] = match trouble {
        Trouble::Load => &[Text::TroubleLoad],
        Trouble::Refused => &[Text::TroubleRefused, Text::TroubleRefusedDo],
        Trouble::Newer => &[Text::TroubleNewer, Text::TroubleNewerDo],
        Trouble::Damaged => &[Text::TroubleDamaged, Text::TroubleDamagedDo],
        Trouble::KeyGone => &[Text::TroubleKey, Text::TroubleDamagedDo],
        Trouble::OtherList => &[Text::TroubleOtherList],
        Trouble::Store => &[Text::TroubleStore],
    };
    // Where what is kept cannot be read any more, the person may wipe it and begin again.
    let begin = matches!(trouble, Trouble::Damaged | Trouble::KeyGone | Trouble::OtherList);
    let begin = begin.then(|| {
        let to_data = move || app.to_data();
        button_group([action(&app.t(Text::DataWipeTitle), Weight::Secondary, "data", to_data)])
    });
    let head = [heading(&app.t(Text::TroubleTitle))];
    head.into_iter().chain(texts.iter().map(|text| paragraph(&app.t(*text)))).chain(begin).collect()
}
