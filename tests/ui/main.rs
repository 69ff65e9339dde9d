//! The interface, worked by accessible names and drawn on the processor: no window, no graphics card.

mod fixture;
mod flows;
mod kit;
mod rasteriser;
mod renderer;
