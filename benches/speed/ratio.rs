//! The ratio of two pieces of work, timed in turn so that both meet the same machine.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// Runs `ours` and `peer` in turn and prints the ratio of their medians.
pub fn print<A, B>(
    what: &str,
    rounds: usize,
    mut ours: impl FnMut() -> A,
    mut peer: impl FnMut() -> B,
) {
    let (mut our_times, mut peer_times) = (Vec::with_capacity(rounds), Vec::with_capacity(rounds));
    for _ in 0..rounds {
        peer_times.push(time(&mut peer));
        our_times.push(time(&mut ours));
    }
    let (ours, peer) = (median(our_times), median(peer_times));
    let ratio = ours.as_secs_f64() / peer.as_secs_f64();
    println!("ratio: {what}: {ratio:.2} ({ours:.2?} against {peer:.2?})");
}

fn time<T>(work: &mut impl FnMut() -> T) -> Duration {
    let start = Instant::now();
    black_box(work());
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
