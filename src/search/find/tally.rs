//! What records score for all that is looked for: each thing by its rarity, and the sum of them by the share of the question that a
//! record covers.

/// What records score for one thing that is looked for.
pub(super) struct Scored {
    /// The score of each record; none where it does not hold it.
    pub(super) scores: Vec<Option<u32>>,
    /// How much it tells.
    pub(super) told: u32,
    /// Whether a record must hold it.
    pub(super) is_required: bool,
}

/// A record that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) score: u64,
    /// Whether it holds all that is looked for.
    pub(super) is_whole: bool,
}

/// The sums of all records.
pub(super) struct Tally {
    sums: Vec<u64>,
    covered: Vec<u64>,
    is_out: Vec<bool>,
    whole: u64,
    /// Whether something is looked for that no record holds.
    pub(super) lacks_some: bool,
}

impl Tally {
    pub(super) fn new(total: usize) -> Self {
        Self {
            sums: vec![0; total],
            covered: vec![0; total],
            is_out: vec![false; total],
            whole: 0,
            lacks_some: false,
        }
    }

    pub(super) fn add(&mut self, scored: &Scored) {
        let told = u64::from(scored.told);
        self.whole += told;
        for (record, score) in scored.scores.iter().enumerate() {
            match score {
                Some(score) => {
                    self.sums[record] += u64::from(*score);
                    self.covered[record] += told;
                }
                None if scored.is_required => self.is_out[record] = true,
                None => {}
            }
        }
    }

    pub(super) fn exclude(&mut self, scores: &[Option<u32>]) {
        for (is_out, score) in self.is_out.iter_mut().zip(scores) {
            *is_out |= score.is_some();
        }
    }

    /// Each record that was found: all that are not excluded where nothing is looked for, else those that hold something of it.
    pub(super) fn finish(self) -> Vec<Option<Match>> {
        let asks_nothing = self.whole == 0 && !self.lacks_some;
        let records = self.sums.iter().zip(&self.covered).zip(&self.is_out);
        let found = records.map(|((sum, covered), is_out)| {
            let is_found = !is_out && (asks_nothing || *covered > 0);
            is_found.then(|| Match {
                score: (sum * covered).checked_div(self.whole).unwrap_or(0),
                is_whole: *covered == self.whole && !self.lacks_some,
            })
        });
        found.collect()
    }
}
