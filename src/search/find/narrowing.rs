//! What narrows a search, read from the index: facets with the records of each value, years, days.

use std::collections::BTreeSet;
use std::ops::Range;

use serde_json::Value;

use super::query::Query;
use crate::search::files::bits::{BitReader, counted, low_bits, take_number};
use crate::search::files::form::day_number;
use crate::search::files::reader::{Broken, IndexReader};

/// A value that narrows a search, with the records that have it.
pub(in crate::search) struct Narrowing {
    pub(in crate::search) value: String,
    pub(in crate::search) label: String,
    pub(in crate::search) records: Vec<u32>,
}

/// Which records have one of the wanted values.
pub(in crate::search) fn mask(
    values: &[Narrowing],
    wanted: &BTreeSet<String>,
    total: usize,
) -> Vec<bool> {
    let mut mask = vec![false; total];
    for value in values.iter().filter(|value| wanted.contains(&value.value)) {
        for record in &value.records {
            mask[*record as usize] = true;
        }
    }
    mask
}

impl IndexReader<'_> {
    /// Every facet with its values, the years included.
    pub(in crate::search) fn facets(&self) -> Result<Vec<(String, Vec<Narrowing>)>, Broken> {
        let mut facets = Vec::new();
        let sums = self.root["facets"].as_object();
        for (name, sum) in sums.into_iter().flatten() {
            let shard = format!("facet-{name}");
            let bytes = self.named(&shard, sum)?;
            let values = read_facet(&bytes, self.total).ok_or(Broken(shard))?;
            facets.push((name.clone(), values));
        }
        facets.push(("year".to_owned(), self.years()));
        Ok(facets)
    }

    fn years(&self) -> Vec<Narrowing> {
        let years = self.root["years"].as_array().map_or(&[][..], |years| years);
        let mut end = self.total;
        let mut values = Vec::new();
        for year in years {
            let start = year[1]
                .as_u64()
                .and_then(|start| start.try_into().ok())
                .unwrap_or(end);
            let name = year[0].as_str().unwrap_or_default().to_owned();
            values.push(Narrowing {
                label: name.clone(),
                value: name,
                records: (start..end).collect(),
            });
            end = start;
        }
        values
    }

    /// The records of a period: they stand in the order of their days.
    pub(in crate::search) fn period(&self, query: &Query) -> Result<Range<u32>, Broken> {
        let day = |text: &Option<String>| {
            let mut parts = text.as_deref()?.splitn(3, '-').map(str::parse);
            let mut part = || parts.next()?.ok();
            Some(day_number(part()?, part()?, part()?))
        };
        let (from, to) = (day(&query.from), day(&query.to));
        if from.is_none() && to.is_none() {
            return Ok(0..self.total);
        }
        let bytes = self.bare("days", &self.root["days"])?;
        let days = read_days(bytes.bytes(), self.total).ok_or(Broken("days".to_owned()))?;
        let start = from.map_or(0, |from| days.partition_point(|day| *day < from));
        let end = to.map_or(days.len(), |to| days.partition_point(|day| *day <= to));
        Ok(counted(start)..counted(end))
    }
}

fn read_facet(mut bytes: &[u8], total: u32) -> Option<Vec<Narrowing>> {
    let length = take_number(&mut bytes)? as usize;
    let (names, mut rest) = bytes.split_at_checked(length)?;
    let names: Value = serde_json::from_slice(names).ok()?;
    let mut values = Vec::new();
    for name in names.as_array()? {
        let count = u32::try_from(name[2].as_u64()?).ok()?;
        let low = low_bits(total, count);
        let mut reader = BitReader::new(rest);
        let mut next = 0;
        let mut records = Vec::new();
        for _ in 0..count {
            let record = next + reader.rice(low)?;
            records.push(record);
            next = record + 1;
        }
        rest = rest.get(reader.bytes_read()..)?;
        values.push(Narrowing {
            value: name[0].as_str()?.to_owned(),
            label: name[1].as_str()?.to_owned(),
            records,
        });
    }
    Some(values)
}

fn read_days(mut bytes: &[u8], total: u32) -> Option<Vec<u32>> {
    let mut day = take_number(&mut bytes)?;
    let low = take_number(&mut bytes)?;
    let mut reader = BitReader::new(bytes);
    let mut days = Vec::new();
    for _ in 0..total {
        day += reader.rice(low)?;
        days.push(day);
    }
    Some(days)
}
