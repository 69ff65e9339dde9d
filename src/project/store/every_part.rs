//! The file's format, held. What the structs of the file refer to are mostly the program's own types, so that a field
//! renamed there would be a field renamed in everybody's files. A project is made here out of nothing but what those
//! types say of themselves to `serde`: every field of every struct, every variant of every enum. It is kept in
//! `tests/projects`, is read for ever, and is made again word for word as long as nobody changes the format.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::value::StrDeserializer;
use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer as _, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

use super::v1::ProjectV1;

/// The file of today's format. When fields or variants are added, it stays, and another stands beside it.
const TODAY: &str = "every_part_v1.bellwether";

/// A picture of one pixel.
const PIXEL: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

#[derive(Debug)]
struct Wrong(String);

impl fmt::Display for Wrong {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

impl std::error::Error for Wrong {}

impl de::Error for Wrong {
    fn custom<T: fmt::Display>(words: T) -> Self {
        Self(words.to_string())
    }
}

/// An enum, by its name, which others may share, and its variants.
type Enum = (&'static str, &'static [&'static str]);

/// What was made so far.
#[derive(Default)]
struct Made {
    /// The variants of enums that were made.
    variants: BTreeMap<Enum, BTreeSet<usize>>,
    /// The enums that were met within a variant.
    within: BTreeMap<(Enum, usize), BTreeSet<Enum>>,
    /// The variants inwards.
    inwards: Vec<(Enum, usize)>,
    /// How many of them.
    count: usize,
    /// Numbers that tell things apart.
    number: u32,
    /// The fields inwards.
    path: Vec<&'static str>,
}

impl Made {
    fn field(&self) -> &'static str {
        self.path.last().copied().unwrap_or_default()
    }

    fn is_in(&self, field: &str) -> bool {
        self.path.contains(&field)
    }

    /// Whether an enum has variants that were not made.
    fn is_open(&self, held: &Enum) -> bool {
        let made = self.variants.get(held).map_or(0, BTreeSet::len);
        made < held.1.len()
    }

    /// The variant that is made next: one that was not made, else one within which something was not, else the first,
    /// which needs no other of its kind.
    fn choose(&self, held: Enum) -> usize {
        let made = self.variants.get(&held);
        let is_new = |variant: &usize| made.is_none_or(|made| !made.contains(variant));
        let leads = |variant: &usize| {
            let within = self.within.get(&(held, *variant));
            within.is_some_and(|within| within.iter().any(|inner| self.is_open(inner)))
        };
        let variants = 0..held.1.len();
        let next = variants.clone().find(is_new);
        next.or_else(|| variants.clone().find(leads)).unwrap_or(0)
    }

    fn next(&mut self) -> u32 {
        self.number += 1;
        self.number
    }

    /// Words that stand for something in the field where they are wanted.
    fn words(&mut self) -> String {
        let fixed = match self.field() {
            "start" | "imported_on" | "made_on" | "date" | "from" | "next_data" | "figures_to" => {
                "2021-04-01"
            }
            "end" => "2022-04-01",
            "older" => "source 1",
            "newer" => "source 2",
            "main" | "categories" => "#12436D",
            "png" => PIXEL,
            "polygons" => "0 0 10 0 0 10",
            "cell" => "B2",
            "rests_on" => "A1:A3 B7",
            "area" | "period" | "note" if self.is_in("observations") => "+1",
            "value" | "unweighted_base" | "effective_base" if self.is_in("observations") => "12.5",
            "values" => "12.5",
            _ if self.is_in("observations") => "0",
            "codes" | "ticked" => "0",
            _ => "",
        };
        if !fixed.is_empty() {
            return fixed.to_owned();
        }
        if self.path == ["sources", "id"] {
            // Told apart by their number, which successions know.
            let number = self.number_of_source();
            return format!("source {number}");
        }
        let (field, number) = (self.field(), self.next());
        format!("{field} {number}")
    }

    fn number_of_source(&mut self) -> usize {
        let made = self.variants.entry(("a source", &["made"])).or_default();
        made.insert(made.len());
        made.len()
    }

    fn whole_number(&mut self) -> u64 {
        match self.field() {
            "count" | "respondents" => 1,
            "next_slide" => 100_000,
            "id" => u64::from(self.next()),
            _ => 0,
        }
    }
}

/// Makes a value of whatever type asks for one.
struct Maker<'m>(&'m mut Made);

macro_rules! numbers {
    ($($method:ident $visit:ident $number:ty),+ $(,)?) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
            let number = self.0.whole_number();
            visitor.$visit(<$number>::try_from(number).map_err(|error| Wrong(error.to_string()))?)
        })+
    };
}

impl<'de> Deserializer<'de> for Maker<'_> {
    type Error = Wrong;

    numbers! {
        deserialize_i8 visit_i8 i8,
        deserialize_i16 visit_i16 i16,
        deserialize_i32 visit_i32 i32,
        deserialize_i64 visit_i64 i64,
        deserialize_u8 visit_u8 u8,
        deserialize_u16 visit_u16 u16,
        deserialize_u32 visit_u32 u32,
        deserialize_u64 visit_u64 u64,
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Wrong> {
        let path = self.0.path.join(".");
        Err(Wrong(format!(
            "{path} takes anything: its form in the file is not fixed"
        )))
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        // Those that are left out of the file where they are as usual are made otherwise.
        visitor.visit_bool(self.0.field() != "show_targets")
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_f32(1.5)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_f64(1.5)
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_char('x')
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_string(self.0.words())
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_string(self.0.words())
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_bytes(b"x")
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_bytes(b"x")
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_some(self)
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_seq(Items {
            made: self.0,
            given: 0,
            exactly: None,
            before: 0,
        })
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        visitor.visit_seq(Items {
            made: self.0,
            given: 0,
            exactly: Some(length),
            before: 0,
        })
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        self.deserialize_tuple(length, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Wrong> {
        let path = self.0.path.join(".");
        Err(Wrong(format!(
            "{path} is a map: the order of its entries is not fixed"
        )))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        visitor.visit_map(Fields {
            made: self.0,
            fields,
        })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        let held = (name, variants);
        let variant = self.0.choose(held);
        for outer in &self.0.inwards {
            self.0.within.entry(*outer).or_default().insert(held);
        }
        let made = self.0.variants.entry(held).or_default();
        if made.insert(variant) {
            self.0.count += 1;
        }
        self.0.inwards.push((held, variant));
        let value = visitor.visit_enum(Variant {
            made: &mut *self.0,
            name: variants[variant],
        });
        self.0.inwards.pop();
        value
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_any(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_any(visitor)
    }
}

/// Items of a list: as many as bring something new, and one at least.
struct Items<'m> {
    made: &'m mut Made,
    given: usize,
    exactly: Option<usize>,
    /// How many variants were made before the last item.
    before: usize,
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Wrong;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Wrong> {
        let is_over = match self.exactly {
            Some(length) => self.given == length,
            None => self.given > 0 && self.made.count == self.before,
        };
        if is_over {
            return Ok(None);
        }
        self.given += 1;
        self.before = self.made.count;
        seed.deserialize(Maker(self.made)).map(Some)
    }
}

/// All fields of a struct.
struct Fields<'m> {
    made: &'m mut Made,
    fields: &'static [&'static str],
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = Wrong;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Wrong> {
        let Some((first, rest)) = self.fields.split_first() else {
            return Ok(None);
        };
        self.fields = rest;
        self.made.path.push(first);
        let name: StrDeserializer<'_, Wrong> = (*first).into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Wrong> {
        let value = seed.deserialize(Maker(self.made));
        self.made.path.pop();
        value
    }
}

/// A variant of an enum.
struct Variant<'m> {
    made: &'m mut Made,
    name: &'static str,
}

impl<'de, 'm> EnumAccess<'de> for Variant<'m> {
    type Error = Wrong;
    type Variant = Maker<'m>;

    fn variant_seed<V: DeserializeSeed<'de>>(
        self,
        seed: V,
    ) -> Result<(V::Value, Self::Variant), Wrong> {
        let name: StrDeserializer<'_, Wrong> = self.name.into_deserializer();
        Ok((seed.deserialize(name)?, Maker(self.made)))
    }
}

impl<'de> VariantAccess<'de> for Maker<'_> {
    type Error = Wrong;

    fn unit_variant(self) -> Result<(), Wrong> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Wrong> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_tuple(length, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        self.deserialize_struct("", fields, visitor)
    }
}

/// The text of a project that has every part.
fn every_part() -> String {
    let mut made = Made::default();
    let project = ProjectV1::deserialize(Maker(&mut made)).unwrap();
    for ((name, variants), seen) in &made.variants {
        let missing: Vec<&&str> = (0..variants.len())
            .filter(|variant| !seen.contains(variant))
            .map(|variant| &variants[variant])
            .collect();
        assert!(missing.is_empty(), "{name} is never {missing:?}");
    }
    let text = super::envelope_text(project).unwrap();
    let opened = super::parse(&text).unwrap();
    assert!(opened.lost.is_empty(), "{:?}", opened.lost);
    assert!(
        opened.unknown_parts.is_empty(),
        "{:?}",
        opened.unknown_parts
    );
    super::to_text(&opened.project).unwrap()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/projects")
}

#[test]
fn the_format_is_what_it_was() {
    let made = every_part();
    let path = folder().join(TODAY);
    if std::env::var_os("WRITE_EVERY_PART").is_some() {
        crate::base::atomic_file::write(
            &path,
            made.as_bytes(),
            crate::base::atomic_file::Backup::Discard,
        )
        .unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap();
    let first = made
        .lines()
        .zip(kept.lines())
        .position(|(made, kept)| made != kept);
    let words = "a field or a variant was added, renamed or taken out. Files in use have the old one: if it was \
                 renamed or taken out, give it back its name in the file or make a version 2; if it was added, keep \
                 the file under another name and write this one anew with WRITE_EVERY_PART";
    assert!(made == kept, "line {first:?}: {words}");
}

#[test]
fn every_part_of_every_former_format_is_still_read() {
    let mut count = 0;
    for file in std::fs::read_dir(folder()).unwrap() {
        let file = file.unwrap();
        let name = file.file_name().into_string().unwrap();
        if !name.starts_with("every_part") {
            continue;
        }
        count += 1;
        let opened = super::open(&file.path()).unwrap();
        assert!(opened.lost.is_empty(), "{name}: {:?}", opened.lost);
        assert!(opened.changed.is_empty(), "{name}: {:?}", opened.changed);
        assert!(
            opened.unknown_parts.is_empty(),
            "{name}: {:?}",
            opened.unknown_parts
        );
        if name == TODAY {
            let text = std::fs::read_to_string(file.path()).unwrap();
            assert_eq!(super::to_text(&opened.project).unwrap(), text);
        }
    }
    assert!(count > 0);
}
