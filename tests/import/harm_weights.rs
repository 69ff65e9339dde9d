//! Sets of harm weights: two columns found by their headings, what is left out and why.

use bellwether::base::progress::Progress;
use bellwether::import::harm_weights::{
    WeightLeftOut, WeightsError, WeightsReading, WhyLeftOut, harm_weights_of, read_harm_weights,
};

fn read(text: &str) -> Result<WeightsReading, WeightsError> {
    let today = jiff::civil::date(2026, 11, 21);
    harm_weights_of("my_weights.csv", text.as_bytes(), today, &Progress::new())
}

fn pairs(reading: &WeightsReading) -> Vec<(&str, f64)> {
    let weights = reading.weights.weights.iter();
    weights
        .map(|held| (held.offence.as_str(), held.weight))
        .collect()
}

#[test]
fn the_two_columns_are_found_by_their_headings() {
    for text in [
        "Offence,Weight\nRobbery,760\nArson,\"1,520.5\"\n",
        "Our weights\nas agreed,,\n\nCode,Offence,Group,Weight,Remark\n1,Robbery,V,760,x\n2,Arson,P,1520.5,\n",
        "Offence description;Harm score\nRobbery;760\nArson;1520,5\n",
        "Severity;Offence type\n760;Robbery\n1520,5;Arson\n",
    ] {
        let reading = read(text).unwrap();
        assert_eq!(
            pairs(&reading),
            [("Robbery", 760.0), ("Arson", 1520.5)],
            "{text}"
        );
        assert!(reading.left_out.is_empty());
        assert_eq!(reading.weights.name, "my weights");
    }
}

#[test]
fn what_is_not_certain_is_left_out_with_its_cell() {
    let text = "Offence,Weight\nRobbery,760\nArson,tbc\nTheft,\nFraud,-3\nPiracy,5*\nBurglary,40\nBurglary,41\nHate crime,10%\nShoplifting,3\nShoplifting,3\nA note on all of this\n";
    let reading = read(text).unwrap();
    assert_eq!(pairs(&reading), [("Robbery", 760.0), ("Shoplifting", 3.0)]);
    let told: Vec<String> = reading.left_out.iter().map(WeightLeftOut::words).collect();
    assert_eq!(
        told,
        [
            "B3, Arson: “tbc” is no number",
            "B4, Theft: no weight is given",
            "B5, Fraud: a weight cannot be negative",
            "B6, Piracy: “5*” is no number",
            "B9, Hate crime: “10%” is no number",
            "B7, Burglary: B8 gives another weight for it",
            "B8, Burglary: B7 gives another weight for it",
        ]
    );
    let first = reading.left_out.first().unwrap();
    assert!(matches!(first.why, WhyLeftOut::NotANumber(_)));
}

#[test]
fn a_file_that_is_no_set_of_weights_says_what_is_missing() {
    let says = |text: &str| read(text).unwrap_err().to_string();
    let no_headings = says("District,Number\nAshfield,3\n");
    assert!(no_headings.contains("no column headed “Offence” beside one headed “Weight”"));
    let several = says("Offence,Score 2022,Score 2023\nRobbery,1,2\n");
    assert!(several.contains("Score 2022, Score 2023"), "{several}");
    assert!(says("Offence,Weight\nRobbery,tbc\n").contains("no weight under them"));
}

#[test]
fn the_sample_is_read_and_known_to_be_illustrative() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("sample_data/harm_weights_illustrative.xlsx");
    let today = jiff::civil::date(2026, 11, 21);
    let reading = read_harm_weights(&path, today, &Progress::new()).unwrap();
    let weights = &reading.weights;
    assert!(weights.is_illustrative && weights.is_sound());
    assert_eq!(weights.weights.len(), 14);
    assert_eq!(weights.sheet, "Weights");
    assert_eq!(reading.left_out.len(), 1);
    let place = weights.place(weights.weights.first().unwrap());
    assert_eq!(place, "harm_weights_illustrative.xlsx › Weights › B5");
}
