//! Every command as it is typed, and every word that it answers. The cases are in tests/cmd/;
//! `TRYCMD=overwrite cargo test -p draagkracht --test cmd` writes what is answered now.

#[test]
fn what_is_typed_and_what_is_answered() {
    trycmd::TestCases::new().case("tests/cmd/*.trycmd").case("tests/cmd/*.toml");
}
