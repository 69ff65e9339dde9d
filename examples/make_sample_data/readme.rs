//! `README.md` of the folder: which figures are published, in which document, and which are illustrative.

use std::path::Path;

use anyhow::Result;
use bellwether::base::atomic_file::{self, Backup};

/// File, what it holds, which figures are published, which are illustrative.
const FILES: [[&str; 4]; 14] = [
    [
        "ashfield_police_return.xlsx",
        "Recorded crime in Ashfield by type over three years, newest first, with the changes as printed (11 of them wrong); anti-social behaviour, hate crime and modern slavery with volume change",
        "All: Ashfield Community Safety Strategic Plan 2024-2027",
        "None",
    ],
    [
        "neighbourhood_concerns_ashfield.xlsx",
        "Top five concerns of 587 respondents in the year to June 2022; answers to the consultation of August to September 2022",
        "All: Ashfield Community Safety Strategic Plan 2024-2027",
        "None",
    ],
    [
        "violence_deaths_by_area.xlsx",
        "Deaths from violence by district, April 2007 to March 2022, with shares as printed",
        "All but the total row, which is their sum: Ashfield Community Safety Strategic Plan 2024-2027",
        "None",
    ],
    [
        "ashfield_environmental_crime.xlsx",
        "Environmental crime reports 2021-22 by type, by area (a table without a caption), fly-tipping by area, areas of highest demand",
        "All: Ashfield Community Safety Strategic Plan 2024-2027",
        "None",
    ],
    [
        "partnership_targets.xlsx",
        "Headline targets with baseline 2018/19 and the years since",
        "All: Nottingham Crime and Drugs Partnership Plan 2022-25",
        "None; the years of the last two remarks follow the printed order",
    ],
    [
        "morile_2022.xlsx",
        "Twelve priorities by seven judgements, review of 2022",
        "All: Nottinghamshire Police and Crime Needs Assessment 2023",
        "None",
    ],
    [
        "morile_2023.xlsx",
        "Twelve priorities by seven judgements with arrows, review of 2023",
        "All: Nottinghamshire Police and Crime Needs Assessment 2023",
        "None",
    ],
    [
        "harm_weights_illustrative.xlsx",
        "Weights of harm for fourteen offences, one of them still to be agreed, to be loaded with “Load harm weights…”",
        "None",
        "All: no published index of harm has these weights",
    ],
    [
        "commissioner_survey_measures.xlsx",
        "Survey measures against baseline and milestone, changes by area, drivers of confidence, victim satisfaction",
        "All: Police and Crime Commissioner's update report, 28 March 2022; Nottinghamshire Police and Crime Needs Assessments 2023 and 2014-15",
        "None",
    ],
    [
        "spot_the_errors.xlsx",
        "Small tables of changes, percentages, shares, totals and periods, with 23 mistakes for Figure Check to find",
        "Anti-social behaviour, hate crime, deaths and fly-tipping: Ashfield plan 2024-2027; population and child poverty: Needs Assessment 2014-15; robbery, trials and custody: the Commissioner's and the police's reports",
        "Every other figure; mistakes of the same kinds were put in on purpose",
    ],
    [
        "police_and_crime_survey.xlsx",
        "17,600 interviews of sixteen quarters, January 2020 to December 2023, one row each, with weights and strata; codebook",
        "The weighted figures listed below: update report of 28 March 2022, Needs Assessment 2023, Ashfield plan 2024-2027",
        "Every row, and every other figure",
    ],
    [
        "police_and_crime_survey_tables.xlsx",
        "Ten measures by group, twelve months rolling, and confidence by quarter and district, worked out from the interviews",
        "As for the interviews",
        "Every other figure",
    ],
    [
        "safety_after_dark_by_district.xlsx",
        "Feeling safe after dark by group within each district, twelve months rolling, worked out from the interviews",
        "None",
        "All",
    ],
    [
        "police_recorded_crime_monthly.xlsx",
        "Recorded crime by district, offence and month, October 2019 to September 2022, with force total",
        "The twelve-month sums of Ashfield: Ashfield Community Safety Strategic Plan 2024-2027",
        "Every month, and every district but Ashfield",
    ],
];

const CALIBRATED: [&str; 7] = [
    "Confidence in the police: 55.4% in January to March 2020, 52.0% in the year to September 2023; Ashfield +2.4 pp, Newark and Sherwood +4.8 pp, Broxtowe and Gedling −13.0 pp each, all other districts down.",
    "Good reputation −6.7 pp and takes concerns seriously −5.3 pp over the same time (changes published, levels illustrative).",
    "Safe outside after dark: 63.1% in the year to December 2020, 56.8% in the year to December 2021. The groups that the Commissioner's report names as falling most or lowest do so; their figures are illustrative.",
    "Experienced fraud: 21.3% in the year to December 2021.",
    "Experienced neighbourhood crime: 4.9% in the year to December 2021, the lowest of the four years.",
    "Satisfied victims: 56.2% in the year to December 2021.",
    "Concerns in Ashfield, year to June 2022, 587 respondents: 40.7%, 38.7%, 36.1%, 22.8% and 22.4%.",
];

pub fn write(folder: &Path) -> Result<()> {
    let mut text = String::from(
        "# Sample data\n\n\
         Workbooks in the style of partner agencies, untidy on purpose, for the worked example and for trying the import.\n\
         Figures that were published are as published, mistakes included. Everything rebuilt is marked\n\
         \"illustrative, not published\" in its workbook.\n\n\
         `cargo run --example make_sample_data` writes these files, always the same bytes.\n\n\
         | file | holds | published figures and their source | illustrative |\n\
         | --- | --- | --- | --- |\n",
    );
    for [file, holds, published, illustrative] in FILES {
        text.push_str(
            &[
                "| `",
                file,
                "` | ",
                holds,
                " | ",
                published,
                " | ",
                illustrative,
                " |\n",
            ]
            .concat(),
        );
    }
    text.push_str(
        "\n## Next quarter\n\n\
         `next_quarter/` holds what the same senders might send three months later, for trying how a layout is known\n\
         again and what a newer return revises: the workbook of the same name with a sheet renamed, a column moved,\n\
         rows added and dropped, a period more and a few figures revised. Every figure that differs from the one in\n\
         this folder is illustrative, not published. The interviews, the two MoRiLE reviews and the workbook of\n\
         mistakes have no next quarter.\n",
    );
    text.push_str("\n## What the survey is calibrated to\n\nWeighted percentages of valid answers; each is within 0.05 percentage points.\n\n");
    for line in CALIBRATED {
        text.push_str(&["- ", line, "\n"].concat());
    }
    atomic_file::write(&folder.join("README.md"), text.as_bytes(), Backup::Discard)?;
    Ok(())
}
