//! Small tables typed in the tests.

use bellwether::check::Discrepancy;

use crate::{found_in, owned, rows};

fn found(csv: &str) -> Vec<Discrepancy> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("return.csv");
    std::fs::write(&path, csv).unwrap();
    found_in(&path)
}

#[test]
fn periods_may_run_down_the_rows() {
    let found = found(
        "Year,Area,Number of robberies,% change on previous year\n\
         2017/18,Ashfield,80,\n2018/19,Ashfield,96,+20.0%\n2019/20,Ashfield,90,-6.3%\n\
         2020/21,Ashfield,60,-50.0%\n2021/22,Ashfield,75,+25.0%\n\
         2017/18,Mansfield,110,\n2018/19,Mansfield,121,+10.0%\n2019/20,Mansfield,100,-17.4%\n\
         2020/21,Mansfield,80,+20.0%\n2021/22,Mansfield,90,+12.5%\n",
    );
    let expected = [
        ("D5", "-50.0%", "−33.3%", "new-year-as-base"),
        ("D10", "+20.0%", "−20.0%", "sign"),
    ];
    assert_eq!(rows(&found, ""), owned(&expected));
}

#[test]
fn a_change_from_rounded_figures_may_be_that_of_the_exact_ones() {
    let rounded = "Area,2020/21,2021/22,% change\n\
                   Ashfield,1000,1100,+14%\nMansfield,2000,2200,+7%\nGedling,4000,4100,+4%\n\
                   Broxtowe,3000,2900,-1%\n";
    assert_eq!(found(rounded), []);
}

#[test]
fn where_nothing_fits_nothing_is_said() {
    let other = "Area,2020/21,2021/22,% change\n\
                 Ashfield,123,145,61%\nMansfield,203,222,-8%\nGedling,417,433,33%\n";
    assert_eq!(found(other), [], "a change of something else");
    let parts = "Offence,2021/22\nAll crime,923\nTheft,145\nRobbery,222\nKnife crime,433\n";
    assert_eq!(found(parts), [], "these parts are not all there is");
}

#[test]
fn a_total_beside_its_parts_is_held_to_the_other_rows() {
    let found = found(
        "Area,Male,Female,Total\nAshfield,60,63,123\nMansfield,70,84,154\n\
         Gedling,51,56,107\nBroxtowe,40,47,78\n",
    );
    let expected = [("D5", "78", "87", "digits-swapped")];
    assert_eq!(rows(&found, ""), owned(&expected));
}
