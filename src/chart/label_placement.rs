//! Places for labels in a column, so that none overlaps another, all stay inside, their order is kept,
//! and each is as near as can be to where it wants to be.

/// A label that wants a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wanted {
    /// Where its middle wants to be.
    pub centre: f32,
    /// Its height, with the gap that it keeps to the next.
    pub height: f32,
}

/// The middles of the labels, in the order given, each moved as little as the others allow (least
/// squares). The labels must be sorted by the middles they want. `None` where they do not fit between
/// `top` and `bottom`.
///
/// Subtracting from each wish the heights above it turns "do not overlap" into "do not decrease":
/// isotonic regression, which pooling adjacent violators solves exactly (Robertson, Wright and
/// Dykstra 1988, *Order Restricted Statistical Inference*, 1.2). Keeping inside is then a clamp.
pub fn place(wanted: &[Wanted], top: f32, bottom: f32) -> Option<Vec<f32>> {
    let total: f32 = wanted.iter().map(|label| label.height).sum();
    // Rounded in the same way as where they are kept inside: what fills the room to the last bit may not seem to fit.
    let last = bottom - total;
    if last < top {
        return None;
    }
    let mut above = 0.0;
    let mut offsets = Vec::with_capacity(wanted.len());
    let mut pools: Vec<(f32, u16)> = Vec::with_capacity(wanted.len());
    for label in wanted {
        let offset = above + label.height / 2.0;
        above += label.height;
        offsets.push(offset);
        let mut pool = (label.centre - offset, 1_u16);
        while let Some(before) = pools.last().copied().filter(|before| before.0 > pool.0) {
            pools.pop();
            let (one, two) = (f32::from(before.1), f32::from(pool.1));
            pool = (
                (before.0 * one + pool.0 * two) / (one + two),
                before.1.saturating_add(pool.1),
            );
        }
        pools.push(pool);
    }
    let starts = pools
        .iter()
        .flat_map(|(start, members)| std::iter::repeat_n(*start, usize::from(*members)));
    Some(
        starts
            .zip(offsets)
            .map(|(start, offset)| start.clamp(top, last) + offset)
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn labels_with_room_stay_where_they_are() {
        let wanted = [20.0, 60.0, 90.0].map(|centre| Wanted {
            centre,
            height: 16.0,
        });
        assert_eq!(place(&wanted, 0.0, 100.0), Some(vec![20.0, 60.0, 90.0]));
    }

    #[test]
    fn two_at_one_place_part_evenly() {
        let wanted = [50.0, 50.0].map(|centre| Wanted {
            centre,
            height: 10.0,
        });
        assert_eq!(place(&wanted, 0.0, 100.0), Some(vec![45.0, 55.0]));
    }

    #[test]
    fn too_many_are_refused() {
        let wanted = [Wanted {
            centre: 5.0,
            height: 10.0,
        }; 11];
        assert_eq!(place(&wanted, 0.0, 100.0), None);
    }

    #[test]
    fn labels_that_fill_their_room_to_the_last_bit_have_places_or_none() {
        for step in 0..2_000_u16 {
            let top = f32::from(step) * 0.1;
            let wanted = [Wanted {
                centre: 100.0,
                height: 13.6,
            }; 3];
            let total: f32 = wanted.iter().map(|label| label.height).sum();
            if let Some(placed) = place(&wanted, top, top + total) {
                assert_eq!(placed.len(), 3);
            }
        }
    }

    proptest! {
        #[test]
        fn none_overlap_all_are_inside_and_in_order(
            mut centres in prop::collection::vec(-50.0_f32..450.0, 1..20),
            heights in prop::collection::vec(8.0_f32..20.0, 20),
        ) {
            centres.sort_by(f32::total_cmp);
            let wanted: Vec<Wanted> = centres
                .iter()
                .zip(heights)
                .map(|(centre, height)| Wanted { centre: *centre, height })
                .collect();
            let placed = place(&wanted, 0.0, 400.0).unwrap();
            let mut edge = 0.0_f32;
            for (label, middle) in wanted.iter().zip(&placed) {
                prop_assert!(middle - label.height / 2.0 >= edge - 0.01, "overlaps or is outside");
                edge = middle + label.height / 2.0;
            }
            prop_assert!(edge <= 400.01);
        }

        #[test]
        fn no_small_move_of_one_label_brings_it_nearer(
            mut centres in prop::collection::vec(0.0_f32..400.0, 1..12),
        ) {
            centres.sort_by(f32::total_cmp);
            let wanted: Vec<Wanted> = centres
                .iter()
                .map(|centre| Wanted { centre: *centre, height: 16.0 })
                .collect();
            let placed = place(&wanted, 0.0, 400.0).unwrap();
            for (index, middle) in placed.iter().enumerate() {
                let step = 0.5 * (wanted[index].centre - middle).signum();
                if (wanted[index].centre - middle).abs() < 1.0 {
                    continue;
                }
                let moved = middle + step;
                let above = if index == 0 { 0.0 } else { placed[index - 1] + 8.0 };
                let below = placed.get(index + 1).map_or(400.0, |next| next - 8.0);
                prop_assert!(
                    moved - 8.0 < above || moved + 8.0 > below,
                    "label {index} could be nearer to its place"
                );
            }
        }
    }
}
