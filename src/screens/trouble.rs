//! What stands in the way, and what to do about it. Never a blank page.

use super::Trouble;
use crate::{
    app::App,
    i18n::Text,
    widgets::{action, button_group, heading, paragraphs},
};
use leptos::prelude::*;

pub(super) fn view(app: App, trouble: Trouble) -> AnyView {
    let texts: &[Text] = match trouble {
        Trouble::Load => &[Text::TroubleLoad],
        Trouble::Refused => &[Text::TroubleRefused, Text::TroubleRefusedDo],
        Trouble::Newer => &[Text::TroubleNewer, Text::TroubleNewerDo],
        Trouble::Damaged => &[Text::TroubleDamaged, Text::TroubleDamagedDo],
        Trouble::KeyGone => &[Text::TroubleKey, Text::TroubleDamagedDo],
        Trouble::OtherList => &[Text::TroubleOtherList],
        Trouble::Store => &[Text::TroubleStore],
    };
    // Where what is kept cannot be read any more, the person may go on with a new list beside it.
    let go_on = matches!(trouble, Trouble::Damaged | Trouble::OtherList).then(|| {
        action(app.t(Text::BeginAgain), "secondary-action", "begin-again", move || app.to_start())
    });
    view! {
        {heading(app.t(Text::TroubleTitle))}
        {paragraphs(texts.iter().map(|text| app.t(*text)))}
        {button_group(go_on.into_iter().collect())}
    }
    .into_any()
}
