//! The bundle as text, for sharing from a phone: `<bundle-id>.age.txt`.

use age::armor::{ArmoredReader, ArmoredWriter, Format};
use std::{
    borrow::Cow,
    io::{Read as _, Write as _},
};

const BEGIN: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";

/// The text is not as it was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the text between BEGIN and END AGE ENCRYPTED FILE is damaged or cut off")]
pub struct ArmorError;

/// The binary form as lines of ASCII.
pub fn to_armor(sealed: &[u8]) -> Result<String, ArmorError> {
    let written = ArmoredWriter::wrap_output(Vec::new(), Format::AsciiArmor).and_then(|mut w| {
        w.write_all(sealed)?;
        w.finish()
    });
    let text = written.map_err(|_| ArmorError)?;
    String::from_utf8(text).map_err(|_| ArmorError)
}

/// The binary form of either form; what is neither is returned as it is. Blank space before the
/// text, which messages add, does not count.
pub fn to_binary(bytes: &[u8]) -> Result<Cow<'_, [u8]>, ArmorError> {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    if !text.starts_with(BEGIN) {
        return Ok(Cow::Borrowed(bytes));
    }
    let mut sealed = Vec::with_capacity(text.len());
    ArmoredReader::new(text).read_to_end(&mut sealed).map_err(|_| ArmorError)?;
    Ok(Cow::Owned(sealed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn either_form_gives_the_binary_one() {
        let sealed = (0..=255).collect::<Vec<u8>>();
        let text = to_armor(&sealed).unwrap();
        assert_eq!(*to_binary(&sealed).unwrap(), sealed);
        for same in [
            text.clone(),
            text.replace('\n', "\r\n"),
            format!("\u{FEFF}\r\n\n {text}\n\n"),
            text.trim_end().to_owned(),
        ] {
            assert_eq!(*to_binary(same.as_bytes()).unwrap(), sealed);
        }
    }

    #[test]
    fn damage_is_seen() {
        let text = to_armor(&[7; 200]).unwrap();
        let without_end = text.split("-----END").next().unwrap();
        for damaged in [without_end, &text[..60], &text.replacen("BwcH", "Bwc!", 1)] {
            assert_eq!(to_binary(damaged.as_bytes()), Err(ArmorError), "{damaged}");
        }
    }
}
