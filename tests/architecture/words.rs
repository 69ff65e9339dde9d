//! The words of the window: both languages say the same messages, into which the same goes, and every file of the
//! window that speaks otherwise is known.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::parser::parse;

fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/words");
    fs::read_to_string(path.join(name)).unwrap()
}

/// What a message is made of.
#[derive(Debug, Default)]
struct Made {
    /// What stands in it.
    shown: BTreeSet<String>,
    /// By what its form is chosen.
    chosen_by: BTreeSet<String>,
    /// The forms among which a number chooses, a list for each choice.
    forms: Vec<Vec<String>>,
}

/// Every message of a file with what it is made of.
fn messages(text: &str) -> BTreeMap<String, Made> {
    let read = parse(text).unwrap_or_else(|(_, errors)| panic!("cannot be read: {errors:?}"));
    let mut messages = BTreeMap::new();
    for entry in read.body {
        match entry {
            Entry::Message(message) => {
                assert!(message.attributes.is_empty(), "{}", message.id.name);
                let pattern = message.value.unwrap();
                let mut made = Made::default();
                take_in(&pattern, &mut made);
                let twice = messages.insert(message.id.name.to_owned(), made);
                assert!(twice.is_none(), "twice: {}", message.id.name);
            }
            Entry::Term(term) => panic!("no terms: {}", term.id.name),
            Entry::Junk { content } => panic!("cannot be read: {content}"),
            _ => {}
        }
    }
    assert!(messages.len() > 100, "the search for messages is broken");
    messages
}

fn take_in(pattern: &Pattern<&str>, made: &mut Made) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else {
            continue;
        };
        match expression {
            Expression::Inline(inline) => {
                let part = part_of(inline);
                made.shown.extend(part.map(str::to_owned));
            }
            Expression::Select { selector, variants } => {
                let by = part_of(selector).unwrap();
                made.chosen_by.insert(by.to_owned());
                let forms = variants.iter().filter_map(|variant| match variant.key {
                    VariantKey::Identifier { name } => Some(name.to_owned()),
                    VariantKey::NumberLiteral { .. } => None,
                });
                if by != NAMED {
                    made.forms.push(forms.collect());
                }
                for variant in variants {
                    take_in(&variant.value, made);
                }
            }
        }
    }
}

/// What chooses by a name and not by a number.
const NAMED: &str = "part";

/// What goes into a message at a place; nothing where text stands there.
fn part_of<'a>(inline: &InlineExpression<&'a str>) -> Option<&'a str> {
    match inline {
        InlineExpression::VariableReference { id } => Some(id.name),
        InlineExpression::StringLiteral { .. } => None,
        other => panic!("only what goes into a message, and text: {other:?}"),
    }
}

#[test]
fn welsh_says_every_message_with_the_same_in_it() {
    let english = messages(&file("en-GB.ftl"));
    let welsh = messages(&file("cy.ftl"));
    let lacking: Vec<&String> = english
        .keys()
        .filter(|name| !welsh.contains_key(*name))
        .collect();
    assert!(lacking.is_empty(), "not in Welsh yet: {lacking:#?}");
    for (name, made) in &welsh {
        let original = english.get(name);
        let original = original.unwrap_or_else(|| panic!("not in English any more: {name}"));
        assert_eq!(made.shown, original.shown, "{name}");
        let mut given = original.shown.union(&original.chosen_by);
        let has_all = made.chosen_by.iter().all(|by| given.any(|part| part == by));
        assert!(has_all, "{name} is chosen by what does not go into it");
    }
}

#[test]
fn counts_choose_among_the_forms_of_their_language() {
    for (language, forms) in [
        ("en-GB.ftl", ["one", "other"].as_slice()),
        ("cy.ftl", &["zero", "one", "two", "few", "many", "other"]),
    ] {
        for (name, made) in messages(&file(language)) {
            for chosen in made.forms {
                let unknown = chosen.iter().find(|form| !forms.contains(&form.as_str()));
                assert!(unknown.is_none(), "{name} in {language}: {unknown:?}");
            }
        }
    }
}

#[test]
fn welsh_counts_as_the_language_does() {
    let resource = FluentResource::try_new(file("cy.ftl")).unwrap();
    let mut bundle = FluentBundle::new(vec!["cy".parse().unwrap()]);
    bundle.set_use_isolating(false);
    bundle.add_resource(resource).unwrap();
    let say = |name: &str, count: usize| {
        let message = bundle.get_message(name).unwrap();
        let mut parts = FluentArgs::new();
        parts.set("count", FluentValue::from(count));
        let mut errors = Vec::new();
        let pattern = message.value().unwrap();
        let words = bundle.format_pattern(pattern, Some(&parts), &mut errors);
        assert!(errors.is_empty(), "{name}: {errors:?}");
        words.into_owned()
    };
    assert_eq!(say("tabs-more-others", 2), "Rhagor: 2 dab arall");
    assert_eq!(say("tabs-more-others", 3), "Rhagor: 3 thab arall");
    assert_eq!(say("tabs-more-others", 6), "Rhagor: 6 thab arall");
    assert_eq!(say("tabs-more-others", 5), "Rhagor: 5 tab arall");
}

#[test]
fn words_are_printed_as_the_house_prints_them() {
    for name in ["en-GB.ftl", "cy.ftl"] {
        for (number, line) in file(name).lines().enumerate() {
            let is_comment = line.starts_with('#');
            for (wrong, right) in [("...", "…"), ("'", "’"), ("\"", "“ or ”"), (" - ", " — ")]
            {
                assert!(
                    is_comment || !line.contains(wrong),
                    "{name}:{}: {right} for {wrong}",
                    number + 1
                );
            }
            assert!(
                line.trim_end() == line,
                "{name}:{}: ends in a space",
                number + 1
            );
        }
    }
}
