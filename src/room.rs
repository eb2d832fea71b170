//! When the room on the device is called scarce. Not from the report: a choice of ours, with its reasons.

/// A tenth of the room: as the browser's figure is made a little vague on purpose, and other sites take
/// of the same disk, less than that may be gone by the next visit.
const SHARE: f64 = 0.1;
/// 20 MB: a year's lists of a full caseload take less than half of it, so what is begun can be finished.
const LEAST: f64 = 20_000_000.0;

/// The room that the browser gives this site, in bytes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// What it takes now.
    pub used: f64,
    /// What it may take at most.
    pub most: f64,
}

impl Room {
    /// Whether it is time to hand in and tidy up: less than a tenth is left, or less than 20 MB.
    pub fn is_scarce(self) -> bool {
        let left = self.most - self.used;
        left < LEAST || left < self.most * SHARE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tenth_or_twenty_megabytes_is_where_it_begins() {
        let scarce = |used, most| Room { used, most }.is_scarce();
        assert!(!scarce(0.0, 20_000_000.0));
        assert!(scarce(1.0, 20_000_000.0), "less than 20 MB, though nearly nothing is used");
        assert!(!scarce(900_000_000.0, 1_000_000_000.0));
        assert!(scarce(900_000_001.0, 1_000_000_000.0), "less than a tenth, though 99 MB");
        assert!(scarce(30.0, 20.0), "more than it may");
    }
}
