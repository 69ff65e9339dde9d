//! Small CSV files as open data portals give them, with exactly what must be read from them.

use bellwether::base::progress::Progress;
use bellwether::data::Cohort;
use bellwether::data::gazetteer::Gazetteer;
use bellwether::import::{Reading, read_bytes};

use crate::synthetic::{codes, lines};

fn csv(text: &str) -> Reading {
    let reading = read_bytes(
        "data.csv",
        text.as_bytes(),
        Gazetteer::built_in(),
        &Progress::new(),
    )
    .unwrap();
    for summary in &reading.sheets {
        assert!(summary.account.adds_up(), "{summary:?}");
    }
    reading
}

#[test]
fn financial_years_of_two_digits_are_no_ages() {
    let reading = csv("Authority,04/05,05/06,06/07\nAshfield,1,0,5\nGedling,2,3,4\n");
    assert_eq!(
        lines(&reading)[..3],
        [
            "B2 Value [count] | Ashfield | 2004-04-01 to 2005-03-31 | 1",
            "C2 Value [count] | Ashfield | 2005-04-01 to 2006-03-31 | 0",
            "D2 Value [count] | Ashfield | 2006-04-01 to 2007-03-31 | 5",
        ]
    );
}

#[test]
fn rows_of_years_are_no_months() {
    let reading = csv(
        "area_name,period,indicator,value\nAshfield,2008-10,Life expectancy,81.5\n\
         Ashfield,2009-11,Life expectancy,81.7\nAshfield,2010-12,Life expectancy,81.9\n",
    );
    assert!(
        lines(&reading)[2].contains("2010-01-01 to 2012-12-31"),
        "{:?}",
        lines(&reading)
    );
}

#[test]
fn a_figure_that_looks_like_a_year_starts_no_table() {
    let reading = csv("area_code,area_name,period,value,indicator\n\
         E07000170,Ashfield,2010/11,NA,Admissions due to falls\n\
         E07000171,Bassetlaw,2010/11,2073,Admissions due to falls\n\
         E07000172,Broxtowe,2010/11,1877,Admissions due to falls\n");
    assert_eq!(
        lines(&reading)[1..],
        [
            "D3 Admissions due to falls [count] | Bassetlaw | 2010-04-01 to 2011-03-31 | 2073",
            "D4 Admissions due to falls [count] | Broxtowe | 2010-04-01 to 2011-03-31 | 1877",
        ]
    );
    let reading = csv("District,Crimes 2019\nAshfield,2012\nGedling,1500\n");
    assert_eq!(
        lines(&reading),
        [
            "B2 Crimes [count] | Ashfield | 2019-01-01 to 2019-12-31 | 2012",
            "B3 Crimes [count] | Gedling | 2019-01-01 to 2019-12-31 | 1500",
        ]
    );
}

#[test]
fn scores_and_rates_of_persons_are_no_counts() {
    let mut text = String::from("area_name,period,value,indicator,measure,unit,group\n");
    for (place, value) in [("Ashfield", 10.5), ("Gedling", 9.5)] {
        for group in ["Total recorded crime", "Violence against the person"] {
            text +=
                &format!("{place},2018/19,{value},Crime Severity Score,Score,Offences,{group}\n");
        }
    }
    let reading = csv(&text);
    assert_eq!(
        lines(&reading)[..2],
        [
            "C2 Crime Severity Score › Total recorded crime [] | Ashfield | 2018-04-01 to 2019-03-31 | 10.5",
            "C3 Crime Severity Score › Violence against the person [] | Ashfield | 2018-04-01 to 2019-03-31 | 10.5",
        ]
    );
    let reading = csv("area_name,period,indicator,measure,unit,value\n\
         Ashfield,2018/19,Children in care,\"per 10,000\",Persons,46.4\n\
         Gedling,2018/19,Children in care,\"per 10,000\",Persons,50\n");
    assert!(
        lines(&reading).iter().all(|line| line.contains(" [] | ")),
        "{:?}",
        lines(&reading)
    );
}

#[test]
fn a_name_that_begins_like_a_status_is_a_name() {
    let reading = csv("area_name,period,value,indicator\n\
         Ashfield,2018/19,66,Estimated dementia diagnosis rate (aged 65 and over)\n\
         Gedling,2018/19,61.1,Estimated dementia diagnosis rate (aged 65 and over)\n");
    let lines = lines(&reading);
    assert!(
        lines[0].starts_with("C2 Estimated dementia diagnosis rate"),
        "{lines:?}"
    );
}

#[test]
fn codes_and_names_under_each_others_headings() {
    let reading = csv("area_code,area_name,indicator,period,unit,value\n\
         Ashfield,E07000170,CO2 emissions,2005,kt,1151.9\n\
         Ashfield,E07000170,CO2 emissions,2006,kt,1170.3\n");
    assert_eq!(
        lines(&reading)[0],
        "F2 CO2 emissions [] | Ashfield | 2005-01-01 to 2005-12-31 | 1151.9"
    );
}

#[test]
fn blank_groups_mean_everybody_even_between_others() {
    let reading = csv("Year,Age,Observation status,Sex,Units,Value\n\
         2005,,Normal value,,Percentage (%),19\n2005,Under 16,Normal value,,Percentage (%),23.3\n\
         2005,75 and over,Normal value,,Percentage (%),28.7\n2005,,Normal value,Female,Percentage (%),19.4\n\
         2005,Under 16,Normal value,Female,Percentage (%),22.3\n");
    let lines = lines(&reading);
    assert_eq!(lines.len(), 5, "{lines:?}");
    assert_eq!(
        lines[3],
        "F5 Value [percent] | Sex: Female | 2005-01-01 to 2005-12-31 | 19.4"
            .replace("Sex: ", "Sex=")
    );
}

#[test]
fn a_series_with_an_age_in_its_name_is_no_dimension() {
    let reading = csv("Year,Series,Sex,Region,Units,Value\n\
         2005,Percentage of adults aged 16 to 59 (%),Female,,Percentage (%),3.4\n\
         2005,Percentage of adults aged 16 to 74 (%),Female,,Percentage (%),3.1\n\
         2005,Percentage of adults aged 16 to 59 (%),Male,,Percentage (%),1.1\n");
    assert_eq!(
        lines(&reading)[0],
        "F2 Percentage of adults aged 16 to 59 (%) [percent] | Sex=Female | 2005-01-01 to 2005-12-31 | 3.4"
    );
}

#[test]
fn what_is_left_of_a_dimension_belongs_to_it() {
    let reading = csv(
        "District,Year,White,Black,Asian,Other,Not reported\nAshfield,2019/20,570,13,12,4,9\n\
         Gedling,2019/20,500,23,22,14,19\n",
    );
    let lines = lines(&reading);
    assert!(lines[3].contains("Ethnicity=Other"), "{lines:?}");
    assert!(lines[4].contains("Ethnicity=Not reported"), "{lines:?}");
}

#[test]
fn one_row_a_place_with_descriptions() {
    let parties = ["Blue", "Red", "Green"];
    let mut text = String::from(
        "ONS ID,ONS region ID,Constituency name,Region name,Member surname,Result,Year,Electorate,Valid votes\n",
    );
    for row in 0..24 {
        text += &format!(
            "E1400{:04},E12000004,Place {row},East Midlands,Name{row},{} hold,2019,{},{}\n",
            530 + row,
            parties[row % 3],
            60_000 + row,
            40_000 + row
        );
    }
    let reading = csv(&text);
    assert_eq!(
        lines(&reading)[..2],
        [
            "H2 Electorate [count] | Place 0 | 2019-01-01 to 2019-12-31 | 60000",
            "I2 Valid votes [count] | Place 0 | 2019-01-01 to 2019-12-31 | 40000",
        ]
    );
}

#[test]
fn numbers_for_machines_are_no_values() {
    let reading = csv(
        "OBJECTID,District,Year,Offences,Easting,Northing,LAT,LONG,UPRN,Phone,Site ID,Rank,Decile,Sort order\n\
         1,Ashfield,2019/20,310,451000,358000,53.1,-1.2,100031,1159,77,3,2,1\n\
         2,Gedling,2019/20,290,461000,345000,53.0,-1.1,100032,1150,78,5,4,2\n",
    );
    assert_eq!(
        lines(&reading),
        [
            "D2 Offences [count] | Ashfield | 2019-04-01 to 2020-03-31 | 310",
            "D3 Offences [count] | Gedling | 2019-04-01 to 2020-03-31 | 290",
        ],
        "{:?}",
        codes(&reading)
    );
    let unused = |heading: &str| {
        let said = reading.findings.iter().map(ToString::to_string);
        said.filter(|said| said.contains(heading)).count()
    };
    for heading in ["OBJECTID", "Easting", "UPRN", "Rank", "Sort order"] {
        assert_eq!(unused(heading), 1, "{heading} is left out with a word");
    }
}

#[test]
fn increases_beside_their_figures_are_left_out() {
    let reading = csv(
        "Force/Region,March 2019,September 2019,increase,pct increase,Δ% 18-19\n\
         East Midlands,5484,5508,24,0.43,1.5\nWales,1222,1244,22,1.8,2.5\n",
    );
    assert_eq!(lines(&reading).len(), 4, "{:?}", lines(&reading));
}

#[test]
fn files_that_hold_nothing_are_read_to_nothing() {
    for text in [
        "",
        "\n\n",
        "one",
        "42",
        "District,Year,Value\n",
        "\u{feff}",
        "\"open",
    ] {
        let reading = read_bytes(
            "data.csv",
            text.as_bytes(),
            Gazetteer::built_in(),
            &Progress::new(),
        );
        if let Ok(reading) = reading {
            assert!(reading.source.observations.is_empty(), "{text:?}");
        }
    }
}

#[test]
fn a_name_among_police_forces_is_a_police_force() {
    let mut text = String::from("Authority,2018/19\n");
    for force in [
        "Bedfordshire",
        "Cheshire",
        "Cleveland",
        "Cumbria",
        "Derbyshire",
        "Durham",
        "Essex",
        "Kent",
        "Norfolk",
        "Suffolk",
        "Surrey",
        "West Midlands",
    ] {
        text += &format!("{force},{}\n", force.len());
    }
    let reading = csv(&text);
    let kinds: Vec<&str> = reading
        .source
        .areas
        .iter()
        .map(|area| area.kind.words())
        .collect();
    assert!(
        kinds.iter().all(|kind| *kind == "police force area"),
        "{kinds:?}"
    );
}

#[test]
fn a_total_among_police_forces_is_its_region() {
    let reading = csv(
        "Region,Police force,Incidents\nWest Midlands,*Total West Midlands,150\n\
         West Midlands,Staffordshire,50\nWest Midlands,West Midlands,100\n",
    );
    let codes: Vec<_> = reading
        .source
        .areas
        .iter()
        .map(|area| area.code.as_deref().unwrap_or_default())
        .collect();
    assert_eq!(codes[0], "E12000005");
    assert_eq!(codes[2], "E23000014");
}

#[test]
fn percentages_below_one_are_shares_only_where_they_look_so() {
    let few = csv(
        "Year,Sex,Units,Value\n2018,Female,Percentage (%),0.05\n2018,Male,Percentage (%),0.02\n\
         2019,Female,Percentage (%),0.46\n2019,Male,Percentage (%),0.03\n",
    );
    assert!(few.source.observations.is_empty(), "{:?}", lines(&few));
    assert!(codes(&few).contains(&"percent-scale"));
    let shares = csv(
        "Band,District,Year,Units,Value\nA,Ashfield,2019,Percentage,0.55\n\
         B,Ashfield,2019,Percentage,0.3\nC,Ashfield,2019,Percentage,0.15\n",
    );
    assert!(lines(&shares)[0].ends_with("| 55"), "{:?}", lines(&shares));
    let mixed = csv(
        "District,Year,Indicator,Units,Value\nAshfield,2019,Recycling,Percentage,0.46\n\
         Gedling,2019,Recycling,Percentage,0.4\nAshfield,2019,Homes,Number,500\n\
         Gedling,2019,Homes,Number,400\nMansfield,2019,Recycling,Percentage,0.5\nMansfield,2019,Homes,Number,1\n\
         Bassetlaw,2019,Recycling,Percentage,0.44\n",
    );
    assert!(
        lines(&mixed)[0].contains("[percent]") && lines(&mixed)[0].ends_with("| 46"),
        "{:?}",
        lines(&mixed)
    );
}

#[test]
fn names_left_of_their_codes() {
    let reading = csv(
        "Description,Code,Year,Jobs\nEngland,E92000001,2025,10\nWales,W92000004,2025,2\n\
         Great Britain,K03000001,2025,12\nAmber,E07000032,2025,3\nBeeston,E07000172,2025,4\n",
    );
    assert!(
        lines(&reading)[2].contains("| Great Britain |"),
        "{:?}",
        lines(&reading)
    );
}

#[test]
fn blank_groups_after_others_mean_everybody() {
    let reading = csv("Year,Age,Sex,Units,Value\n2019/20,Under 16,Male,Number,1\n\
         2019/20,Under 16,Female,Number,2\n2019/20,75 and over,Male,Number,3\n\
         2019/20,75 and over,Female,Number,4\n2019/20,,Male,Number,9\n2019/20,,Female,Number,8\n");
    let lines = lines(&reading);
    assert_eq!(lines.len(), 6, "{lines:?}");
    assert!(
        lines[4].contains("| Sex=Male |") && !lines[4].contains("Age"),
        "{lines:?}"
    );
}

/// The same table in another writing, which must be read to the same values.
fn same(bytes: &[u8]) {
    let reading = read_bytes("data.csv", bytes, Gazetteer::built_in(), &Progress::new()).unwrap();
    assert_eq!(
        lines(&reading),
        [
            "B2 Cost of repairs (£) [pounds] | Ashfield | 2018-04-01 to 2019-03-31 | 1234.5",
            "B3 Cost of repairs (£) [pounds] | Newark and Sherwood | 2018-04-01 to 2019-03-31 | 0.75",
        ],
        "{:?}",
        String::from_utf8_lossy(bytes)
    );
}

#[test]
fn any_separator_and_encoding() {
    let text = "District;Cost of repairs (£) 2018/19\nAshfield;1234.5\nNewark & Sherwood;0.75\n";
    for separator in [";", "\t", "|", ","] {
        same(text.replace(';', separator).as_bytes());
        same(
            text.replace(';', separator)
                .replace('\n', "\r\n")
                .as_bytes(),
        );
    }
    same(format!("\u{feff}{text}").as_bytes());
    for mark in ["", "\u{feff}"] {
        let units: Vec<u16> = format!("{mark}{text}").encode_utf16().collect();
        same(
            &units
                .iter()
                .flat_map(|unit| unit.to_le_bytes())
                .collect::<Vec<_>>(),
        );
        same(
            &units
                .iter()
                .flat_map(|unit| unit.to_be_bytes())
                .collect::<Vec<_>>(),
        );
    }
    let windows: Vec<u8> = text
        .chars()
        .map(|c| {
            if c == '£' {
                0xA3
            } else {
                u8::try_from(c).unwrap()
            }
        })
        .collect();
    same(&windows);
    let accents = read_bytes(
        "data.csv",
        b"District,Offences at caf\xE9s 2019\nAshfield,5\n",
        Gazetteer::built_in(),
        &Progress::new(),
    )
    .unwrap();
    assert_eq!(
        lines(&accents),
        ["B2 Offences at cafés [count] | Ashfield | 2019-01-01 to 2019-12-31 | 5"]
    );
}

#[test]
fn decimal_commas_with_points_between_thousands() {
    same(
        "District;Cost of repairs (£) 2018/19\nAshfield;1.234,5\nNewark & Sherwood;0,75\n"
            .as_bytes(),
    );
    same(
        "District\tCost of repairs (£) 2018/19\nAshfield\t1234,5\nNewark & Sherwood\t0,75\n"
            .as_bytes(),
    );
}

#[test]
fn one_dimension_beside_its_categories_is_no_part_of_the_measure() {
    for headings in [
        "Group,Category",
        "Dimension,Category",
        "Characteristic,Group",
    ] {
        let reading = csv(&format!(
            "Measure,Area,{headings},Period,%,Base\n\
             Feel safe,Ashfield,All,All,2022/23,61.2,812\n\
             Feel safe,Ashfield,Age,16 to 24,2022/23,52.4,204\n\
             Feel safe,Ashfield,Age,25 and over,2022/23,63.1,608\n\
             Feel safe,Ashfield,All,All,2023/24,60.8,790\n\
             Feel safe,Ashfield,Age,16 to 24,2023/24,50.1,199\n\
             Feel safe,Ashfield,Age,25 and over,2023/24,62.7,591\n"
        ));
        let source = &reading.source;
        let measures: Vec<&str> = source
            .measures
            .iter()
            .map(|held| held.name.as_str())
            .collect();
        assert_eq!(measures, ["Feel safe"], "{headings}");
        let groups: Vec<&str> = source
            .cohorts
            .iter()
            .flat_map(Cohort::traits)
            .map(|held| held.dimension.as_str())
            .collect();
        assert_eq!(groups, ["Age", "Age"], "{headings}: {:?}", source.cohorts);
    }
}

#[test]
fn a_table_whose_every_value_is_withheld_is_read_as_withheld() {
    let wide = csv("Area,2019/20,2020/21\nAshfield,[c],[c]\nMansfield,[c],[x]\n");
    assert_eq!(
        lines(&wide),
        [
            "B2 Value [] | Ashfield | 2019-04-01 to 2020-03-31 | suppressed",
            "C2 Value [] | Ashfield | 2020-04-01 to 2021-03-31 | suppressed",
            "B3 Value [] | Mansfield | 2019-04-01 to 2020-03-31 | suppressed",
            "C3 Value [] | Mansfield | 2020-04-01 to 2021-03-31 | not available",
        ]
    );
    let long = csv("Measure,District,Period,%,Base\n\
         Feel safe,Ashfield,Year to Mar 2020,[c],100\n\
         Feel safe,Mansfield,Year to Mar 2020,[c],120\n\
         Feel safe,Mansfield,Year to Mar 2021,[c],130\n");
    assert_eq!(lines(&long).len(), 3, "{:?}", lines(&long));
    let statuses = long.source.observations.iter().map(|held| held.status);
    assert!(
        statuses
            .into_iter()
            .all(|status| status == bellwether::data::Status::Suppressed)
    );
    assert_eq!(long.source.observations[0].unweighted_base, Some(100.0));
    // Words with a dash beside them are no table of figures.
    let words = csv("Term,Meaning,Note\nASB,Anti-social behaviour,-\nVAP,Violence,-\n");
    assert!(words.source.observations.is_empty(), "{:?}", lines(&words));
}
