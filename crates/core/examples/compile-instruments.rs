//! Checks every instrument and translation, and writes each in its compiled form, one file a
//! language: `cargo run -p draagkracht-core --example compile-instruments -- FOLDER`.

use draagkracht_core::instrument::{BUILT_IN, Instrument};
use std::{env, error::Error, fs, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args_os().nth(1).ok_or("which folder?")?);
    fs::create_dir_all(&folder)?;
    for built_in in BUILT_IN {
        let instrument = Instrument::load(built_in.json.as_bytes())?;
        for (_, json) in built_in.translations {
            write(&folder, &instrument.clone().translate(json.as_bytes())?)?;
        }
        write(&folder, &instrument)?;
    }
    Ok(())
}

fn write(folder: &std::path::Path, instrument: &Instrument) -> Result<(), Box<dyn Error>> {
    let name = format!("{}.{}.bin", instrument.id(), instrument.language());
    Ok(fs::write(folder.join(name), instrument.compile()?)?)
}
