//! Questions answered on a scale (statistical specification 1.4): the mean is estimated as a share is, with
//! the score for y, and beside it stands the share of the two highest answers.

use super::intervals::mean_interval;
use super::taylor::DesignEstimate;
use super::wave::Wave;

/// The mean of a scale and the share of its two highest answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScaleMean {
    /// The mean score.
    pub mean: DesignEstimate,
    /// The 95% interval of the mean; `None` without a degree of freedom.
    pub interval: Option<(f64, f64)>,
    /// The share of the two highest answers.
    pub top_two_box: DesignEstimate,
}

/// 1 for an answer in the two highest of a scale, 0 for one below.
///
/// ```
/// use bellwether::stats::scale_means::in_top_two_box;
/// assert_eq!(in_top_two_box(4.0, 5.0), 1.0);
/// assert_eq!(in_top_two_box(3.0, 5.0), 0.0);
/// ```
pub fn in_top_two_box(score: f64, highest: f64) -> f64 {
    f64::from(score >= highest - 1.0)
}

/// The mean of a cohort's scores: those of all respondents of the wave in order, `None` for one who is
/// outside the cohort or gave no valid answer; `highest` is the highest of the scale. `None` without
/// respondents.
pub fn scale_mean(wave: &Wave<'_>, scores: &[Option<f64>], highest: f64) -> Option<ScaleMean> {
    let mean = wave.estimate(scores)?;
    let in_top = |score: &Option<f64>| score.map(|score| in_top_two_box(score, highest));
    let top: Vec<Option<f64>> = scores.iter().map(in_top).collect();
    Some(ScaleMean {
        mean,
        interval: mean_interval(&mean, 0.95),
        top_two_box: wave.estimate(&top)?,
    })
}
