//! Numbers as few bits: Rice codes, which are near the best for gaps between record numbers; and numbers in bytes.

/// Writes numbers as bits, the highest bit of a byte first.
#[derive(Debug, Default)]
pub(in crate::search) struct BitWriter {
    bytes: Vec<u8>,
    held: u64,
    count: u32,
}

impl BitWriter {
    /// Writes a number by Rice's code: its higher part as so many ones and a nought, its `low` lowest bits as they are.
    pub(in crate::search) fn rice(&mut self, value: u32, low: u32) {
        let mut ones = value >> low;
        while ones >= 16 {
            self.bits(0xffff, 16);
            ones -= 16;
        }
        let higher = (1_u64 << (ones + 1)) - 2;
        let lower = u64::from(value) & ((1 << low) - 1);
        self.bits(higher << low | lower, ones + 1 + low);
    }

    /// Writes at most 56 bits.
    fn bits(&mut self, value: u64, count: u32) {
        self.held = self.held << count | value;
        self.count += count;
        while self.count >= 8 {
            self.count -= 8;
            self.bytes.push((self.held >> self.count & 0xff) as u8);
        }
    }

    /// The bytes, the last one filled up with noughts.
    pub(in crate::search) fn finish(mut self) -> Vec<u8> {
        if self.count > 0 {
            self.bits(0, 8 - self.count);
        }
        self.bytes
    }
}

/// How many bits can be looked at together from any bit of a byte on.
const WINDOW: u32 = 56;

/// Reads numbers from bits. `None` where the bytes end too early.
#[derive(Debug)]
pub(in crate::search) struct BitReader<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> BitReader<'b> {
    /// Reads from the first bit of these bytes.
    pub(in crate::search) fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The next number in Rice's code.
    pub(in crate::search) fn rice(&mut self, low: u32) -> Option<u32> {
        let mut higher = 0;
        loop {
            let ones = self.window().leading_ones();
            if ones < WINDOW {
                self.at += ones as usize + 1;
                higher += ones;
                break;
            }
            self.at += WINDOW as usize;
            higher += WINDOW;
        }
        let lower = self.window().checked_shr(64 - low).unwrap_or(0);
        self.at += low as usize;
        let value = u64::from(higher) << low | lower;
        (self.at <= self.bytes.len() * 8).then_some(u32::try_from(value).ok()?)
    }

    /// How many bytes have been read, a part of one counting whole.
    pub(in crate::search) fn bytes_read(&self) -> usize {
        self.at.div_ceil(8)
    }

    /// The next bits, at least [`WINDOW`] of them, with noughts behind the last byte.
    fn window(&self) -> u64 {
        let rest = self.bytes.get(self.at / 8..).unwrap_or_default();
        let held = rest.first_chunk::<8>().copied().unwrap_or_else(|| {
            let mut held = [0; 8];
            held[..rest.len()].copy_from_slice(rest);
            held
        });
        u64::from_be_bytes(held) << (self.at % 8)
    }
}

/// A count as the index writes it; a register has far fewer records and words than fit.
pub(in crate::search) fn counted(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// How many low bits suit gaps between `count` of `total` numbers: the binary logarithm of the mean gap, rounded down.
pub(in crate::search) fn low_bits(total: u32, count: u32) -> u32 {
    (total / count.max(1)).max(1).ilog2()
}

/// Appends a number, seven bits a byte, the lowest first.
pub(in crate::search) fn push_number(bytes: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        bytes.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    bytes.push((value & 0x7f) as u8);
}

/// Takes a number off the front.
pub(in crate::search) fn take_number(bytes: &mut &[u8]) -> Option<u32> {
    let mut value = 0;
    for place in 0..5 {
        let (first, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u32::from(first & 0x7f) << (7 * place);
        if first & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{BitReader, BitWriter, push_number, take_number};

    #[test]
    fn what_is_written_is_read() {
        let values = [0, 1, 5, 77, 1000, 3, 0, 65535];
        for low in 0..9 {
            let mut writer = BitWriter::default();
            for value in values {
                writer.rice(value, low);
            }
            let bytes = writer.finish();
            let mut reader = BitReader::new(&bytes);
            assert!(values.iter().all(|value| reader.rice(low) == Some(*value)));
            assert_eq!(reader.bytes_read(), bytes.len());
        }
        let mut bytes = Vec::new();
        for value in values {
            push_number(&mut bytes, value);
        }
        let mut rest = &bytes[..];
        assert!(
            values
                .iter()
                .all(|value| take_number(&mut rest) == Some(*value))
        );
        assert_eq!(take_number(&mut rest), None);
    }
}
