//! The ratio of two pieces of work, timed in turn so that both meet the same machine.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// Runs `ours` and `peer` in turn and prints the ratio of their medians, and that of their shortest times, which
/// other work on the machine lengthens least.
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
    our_times.sort_unstable();
    peer_times.sort_unstable();
    let ratio = |place: usize| {
        let (ours, peer) = (our_times[place], peer_times[place]);
        let ratio = ours.as_secs_f64() / peer.as_secs_f64();
        format!("{ratio:.2} ({ours:.2?} against {peer:.2?})")
    };
    println!("ratio: {what}: {}; at best {}", ratio(rounds / 2), ratio(0));
}

fn time<T>(work: &mut impl FnMut() -> T) -> Duration {
    let start = Instant::now();
    black_box(work());
    start.elapsed()
}
