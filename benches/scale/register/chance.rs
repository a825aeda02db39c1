//! Seeded chance: the same numbers on every machine, so that a generated register has the same bytes everywhere.
//!
//! Whole numbers only: logarithms and powers may differ in their last digit between machines.

/// A stream of numbers that its seed decides (`SplitMix64`).
pub(crate) struct Chance(u64);

impl Chance {
    /// The stream of one purpose for one record; streams of different purposes or records have nothing in common.
    pub(crate) fn of(purpose: u64, record: usize) -> Self {
        let mut chance = Self(purpose.wrapping_mul(0xd6e8_feb8_6659_fd93));
        let start = chance.draw() ^ (record as u64);
        Self(start.wrapping_mul(0xa076_1d64_78bd_642f))
    }

    /// The next number.
    pub(crate) fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, not including, `bound`.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        let scaled = u128::from(self.draw()) * (bound as u128);
        usize::try_from(scaled >> 64).expect("the upper half of the product is below the bound")
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high - low + 1)
    }

    /// True in so many of a hundred draws.
    pub(crate) fn percent(&mut self, share: usize) -> bool {
        self.below(100) < share
    }

    /// One of several, all equally likely.
    pub(crate) fn pick<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len())]
    }

    /// Brings a list into another order.
    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.below(last + 1));
        }
    }
}

/// Zipf's law: the rank `r` is drawn about `1 / r` times as often as the first.
pub(crate) struct Zipf {
    /// The weight of each rank together with all before it.
    sums: Vec<usize>,
}

impl Zipf {
    /// The law over so many ranks. The first ranks are flattened (Mandelbrot), as in real text.
    pub(crate) fn over(ranks: usize) -> Self {
        let mut sum = 0;
        let weights = (0..ranks).map(|rank| (1_usize << 32) / (rank + 3));
        let sums = weights.map(|weight| {
            sum += weight;
            sum
        });
        Self {
            sums: sums.collect(),
        }
    }

    /// A rank, from 0.
    pub(crate) fn draw(&self, chance: &mut Chance) -> usize {
        let total = self
            .sums
            .last()
            .copied()
            .expect("a law has at least one rank");
        let point = chance.below(total);
        self.sums.partition_point(|sum| *sum <= point)
    }
}
