//! Where a show stands, and what its keys do.

use std::time::Instant;

use super::keys::ShowKey;
use super::live::Live;
use super::screens::Screens;
use crate::chart::slide::steps;
use crate::project::story::{Slide, SlideId, Story, StoryId};
use crate::ui::story::Pages;

/// The most digits of a slide's number.
const MOST_DIGITS: usize = 3;

/// What hides the slide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cover {
    Black,
    White,
}

/// What a key asks for beyond the show itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// End it.
    End,
    /// Ask something of the slide.
    Ask,
    /// Use the whole screen, or no longer.
    FullScreen,
    /// Show the first window on the screen of this number.
    OnScreen(usize),
}

/// A story that is being presented.
#[derive(Debug)]
pub struct Show {
    /// The story.
    pub story: StoryId,
    /// The slide on the screen; `None` after the last.
    pub(super) slide: Option<SlideId>,
    /// How many of its paragraphs, or of the lines of its chart after the first, are shown, where they appear one by one.
    pub(super) step: usize,
    pub(super) cover: Option<Cover>,
    /// The slide that is pointed at among all of them in small.
    pub(super) grid: Option<SlideId>,
    /// How many slides stand beside each other there.
    pub(super) grid_columns: usize,
    /// The number that is being typed.
    pub(super) digits: String,
    /// What is being asked of the slide.
    pub(super) live: Option<Live>,
    /// Whether the presenter has a window.
    pub(super) has_presenter: bool,
    /// Whether the slides are in the second window and the presenter's view in the first.
    pub(super) is_swapped: bool,
    screens: Screens,
    /// The number of the screen that the second window fills, where it has one to itself.
    pub(super) screen: Option<usize>,
    pub(super) pages: Pages,
    pub(super) began: Instant,
}

impl Show {
    /// Begins with a slide, or with the first that is not hidden; `None` where there is none. Where there is another
    /// screen the slides are there, and the presenter's view is in the window.
    pub fn of(story: &Story, from: Option<SlideId>, screens: Screens) -> Option<Self> {
        let from = from.filter(|id| story.slide(*id).is_some());
        let first = || shown(story).next().map(|slide| slide.id);
        let slide = from.or_else(first)?;
        let screen = screens.for_slides();
        Some(Self {
            story: story.id,
            slide: Some(slide),
            step: 0,
            cover: None,
            grid: None,
            grid_columns: 1,
            digits: String::new(),
            live: None,
            has_presenter: screen.is_some(),
            is_swapped: screen.is_some(),
            screens,
            screen,
            pages: Pages::default(),
            began: Instant::now(),
        })
    }

    /// The slide on the screen.
    pub(super) fn current<'a>(&self, story: &'a Story) -> Option<&'a Slide> {
        story.slide(self.slide?)
    }

    /// The slide that comes next.
    pub(super) fn following<'a>(&self, story: &'a Story) -> Option<&'a Slide> {
        let at = story.place_of(self.slide?)?;
        let mut later = story.each_slide().skip(at + 1);
        later.find(|slide| !slide.is_hidden)
    }

    /// How many times one goes on until all of a slide is there.
    pub(super) fn steps(&self, slide: &Slide) -> usize {
        match self.pages.laid_out(slide.id) {
            Some(page) => steps(slide, page.scene()),
            None => slide.steps(),
        }
    }

    /// Takes a key. `story` is the story as it is now.
    pub(super) fn press(&mut self, key: ShowKey, story: &Story) -> Option<Wish> {
        if !matches!(
            key,
            ShowKey::Digit(_) | ShowKey::Enter | ShowKey::Erase | ShowKey::Escape
        ) {
            self.digits.clear();
        }
        if self.grid.is_some() && self.press_in_grid(key, story) {
            return None;
        }
        match key {
            ShowKey::FullScreen => return Some(Wish::FullScreen),
            ShowKey::NextScreen => return self.go_to_next_screen(),
            ShowKey::Presenter => {
                self.has_presenter = !self.has_presenter;
                self.screen = self.screens.for_slides().filter(|_| self.has_presenter);
                self.is_swapped = self.screen.is_some();
            }
            ShowKey::Swap => self.is_swapped = self.has_presenter && !self.is_swapped,
            ShowKey::Black => self.put_over(Cover::Black),
            ShowKey::White => self.put_over(Cover::White),
            ShowKey::Escape => return self.escape(),
            ShowKey::Digit(digit) => {
                if self.digits.len() < MOST_DIGITS {
                    self.digits.push(digit);
                }
            }
            ShowKey::Erase if !self.digits.is_empty() => {
                self.digits.pop();
            }
            ShowKey::Enter if !self.digits.is_empty() => self.go_to_number(story),
            // Whatever moves on takes away what hides the slide, first of all.
            _ if self.cover.is_some() => self.cover = None,
            ShowKey::Ask => return self.slide.is_some().then_some(Wish::Ask),
            ShowKey::Grid => {
                let last = shown(story).last().map(|slide| slide.id);
                self.grid = self.slide.or(last);
            }
            ShowKey::Next | ShowKey::Right | ShowKey::Down | ShowKey::Enter => self.next(story),
            ShowKey::Back | ShowKey::Left | ShowKey::Up | ShowKey::Erase => self.back(story),
            ShowKey::First => {
                if let Some(first) = shown(story).next() {
                    self.go_to(first.id);
                }
            }
            ShowKey::Last => {
                if let Some(last) = shown(story).last() {
                    self.go_to(last.id);
                }
            }
        }
        None
    }

    /// Goes to a slide, of which nothing appears one by one any more that has appeared.
    pub(super) fn go_to(&mut self, slide: SlideId) {
        self.slide = Some(slide);
        self.step = 0;
        self.cover = None;
        self.grid = None;
    }

    fn put_over(&mut self, cover: Cover) {
        self.cover = (self.cover != Some(cover)).then_some(cover);
    }

    /// Sends the slides to the next screen. Of two that both have a window, the windows change what they show.
    fn go_to_next_screen(&mut self) -> Option<Wish> {
        if self.has_presenter && self.screens.count == 2 {
            self.is_swapped = !self.is_swapped;
        } else if self.is_swapped {
            let now = self.screen.unwrap_or(self.screens.of_window);
            let next = self.screens.after(now);
            let is_presenters = next == self.screens.of_window;
            self.screen = Some(if is_presenters {
                self.screens.after(next)
            } else {
                next
            });
        } else {
            self.screens.of_window = self.screens.after(self.screens.of_window);
            return Some(Wish::OnScreen(self.screens.of_window));
        }
        None
    }

    fn escape(&mut self) -> Option<Wish> {
        if !self.digits.is_empty() {
            self.digits.clear();
        } else if self.cover.is_some() {
            self.cover = None;
        } else {
            return Some(Wish::End);
        }
        None
    }

    fn next(&mut self, story: &Story) {
        let Some(current) = self.current(story) else {
            return;
        };
        if self.step < self.steps(current) {
            self.step += 1;
            return;
        }
        self.step = 0;
        self.slide = self.following(story).map(|slide| slide.id);
    }

    fn back(&mut self, story: &Story) {
        if self.current(story).is_some() && self.step > 0 {
            self.step -= 1;
            return;
        }
        let at = self.slide.and_then(|slide| story.place_of(slide));
        let at = at.unwrap_or(story.slides.len());
        let mut earlier = story.slides.iter().take(at).rev();
        if let Some(slide) = earlier.find(|slide| !slide.is_hidden) {
            self.slide = Some(slide.id);
            self.step = self.steps(slide);
        }
    }

    /// The slide of the number that was typed, the hidden ones too; the last where there are fewer.
    fn go_to_number(&mut self, story: &Story) {
        let number: usize = std::mem::take(&mut self.digits).parse().unwrap_or(1);
        let last = story.slides.len();
        let at = number.clamp(1, last.max(1)) - 1;
        if let Some(slide) = story.slides.get(at) {
            self.go_to(slide.id);
        }
    }

    /// Moves among the slides in small; whether the key was taken.
    fn press_in_grid(&mut self, key: ShowKey, story: &Story) -> bool {
        let Some(cursor) = self.grid else {
            return false;
        };
        let at = story.place_of(cursor).unwrap_or_default();
        let last = story.slides.len().saturating_sub(1);
        let columns = self.grid_columns.max(1);
        let to = match key {
            ShowKey::Left | ShowKey::Back => at.saturating_sub(1),
            ShowKey::Right | ShowKey::Next => at + 1,
            ShowKey::Up => at.checked_sub(columns).unwrap_or(at),
            ShowKey::Down if at + columns <= last => at + columns,
            ShowKey::Down => at,
            ShowKey::First => 0,
            ShowKey::Last => last,
            ShowKey::Enter if self.digits.is_empty() => {
                self.go_to(cursor);
                return true;
            }
            ShowKey::Escape | ShowKey::Grid => {
                self.grid = None;
                self.digits.clear();
                return true;
            }
            _ => return false,
        };
        self.grid = story.slides.get(to.min(last)).map(|slide| slide.id);
        true
    }
}

/// The slides that are not hidden.
fn shown(story: &Story) -> impl DoubleEndedIterator<Item = &Slide> {
    story.each_slide().filter(|slide| !slide.is_hidden)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::story::{Paragraph, SlideContent};

    fn text(lines: &str) -> Slide {
        Slide::of(SlideContent::Text {
            heading: String::from("To decide"),
            paragraphs: Paragraph::read(lines),
        })
    }

    /// Four slides: the second appears line by line, the third is hidden.
    fn story() -> Story {
        let mut story = Story::named("Panel");
        story.push(text("one"));
        story.push(Slide {
            step_by_step: true,
            ..text("- lighting\n- taxis")
        });
        story.push(Slide {
            is_hidden: true,
            ..text("three")
        });
        story.push(text("four"));
        story
    }

    fn at(show: &Show) -> (Option<u32>, usize) {
        (show.slide.map(|slide| slide.0), show.step)
    }

    #[test]
    fn it_goes_on_line_by_line_past_hidden_slides_to_the_end_and_back() {
        let story = story();
        let mut show = Show::of(&story, None, Screens::ONE).unwrap();
        let mut seen = vec![at(&show)];
        for _ in 0..6 {
            show.press(ShowKey::Next, &story);
            seen.push(at(&show));
        }
        let there = [
            (Some(1), 0),
            (Some(2), 0),
            (Some(2), 1),
            (Some(2), 2),
            (Some(4), 0),
            (None, 0),
            (None, 0),
        ];
        assert_eq!(seen, there);
        let mut back = Vec::new();
        for _ in 0..6 {
            show.press(ShowKey::Back, &story);
            back.push(at(&show));
        }
        let expected = [
            (Some(4), 0),
            (Some(2), 2),
            (Some(2), 1),
            (Some(2), 0),
            (Some(1), 0),
            (Some(1), 0),
        ];
        assert_eq!(back, expected);
    }

    #[test]
    fn a_number_goes_to_its_slide_and_escape_forgets_it() {
        let story = story();
        let mut show = Show::of(&story, None, Screens::ONE).unwrap();
        show.press(ShowKey::Digit('3'), &story);
        show.press(ShowKey::Enter, &story);
        assert_eq!(at(&show), (Some(3), 0), "a hidden slide by its number");
        for digit in ['9', '9'] {
            show.press(ShowKey::Digit(digit), &story);
        }
        show.press(ShowKey::Enter, &story);
        assert_eq!(at(&show), (Some(4), 0));
        show.press(ShowKey::Digit('1'), &story);
        assert_eq!(show.press(ShowKey::Escape, &story), None);
        show.press(ShowKey::Enter, &story);
        assert_eq!(at(&show), (None, 0), "Enter alone goes on");
        assert_eq!(show.press(ShowKey::Escape, &story), Some(Wish::End));
    }

    #[test]
    fn the_slides_go_round_the_screens_and_stay_where_they_are() {
        let story = story();
        let screens = Screens {
            count: 3,
            of_window: 0,
        };
        let mut show = Show::of(&story, None, screens).unwrap();
        show.press(ShowKey::Next, &story);
        show.press(ShowKey::Black, &story);
        let seen = [(); 3].map(|()| {
            show.press(ShowKey::NextScreen, &story);
            show.screen
        });
        assert_eq!(seen, [Some(2), Some(1), Some(2)], "not on the presenter's");
        show.press(ShowKey::Presenter, &story);
        let seen = [(); 4].map(|()| show.press(ShowKey::NextScreen, &story));
        let wishes = [1, 2, 0, 1].map(|screen| Some(Wish::OnScreen(screen)));
        assert_eq!(seen, wishes);
        assert_eq!((show.cover, at(&show)), (Some(Cover::Black), (Some(2), 0)));
    }

    #[test]
    fn what_hides_the_slide_goes_first() {
        let story = story();
        let mut show = Show::of(&story, None, Screens::ONE).unwrap();
        show.press(ShowKey::Black, &story);
        assert_eq!(show.cover, Some(Cover::Black));
        show.press(ShowKey::White, &story);
        assert_eq!(show.cover, Some(Cover::White));
        show.press(ShowKey::Next, &story);
        assert_eq!((show.cover, at(&show)), (None, (Some(1), 0)));
        show.press(ShowKey::Black, &story);
        assert_eq!(show.press(ShowKey::Escape, &story), None);
        assert_eq!(show.cover, None);
    }

    #[test]
    fn a_story_whose_slides_are_all_hidden_cannot_begin_but_from_one_of_them() {
        let mut story = Story::named("Panel");
        let hidden = story.push(Slide {
            is_hidden: true,
            ..text("one")
        });
        assert!(Show::of(&story, None, Screens::ONE).is_none());
        assert_eq!(
            Show::of(&story, Some(hidden), Screens::ONE).unwrap().slide,
            Some(hidden)
        );
    }

    #[test]
    fn with_another_screen_the_slides_are_there_and_the_presenter_stays() {
        let story = story();
        let screens = Screens {
            count: 2,
            of_window: 0,
        };
        let mut show = Show::of(&story, None, screens).unwrap();
        let where_slides_are = |show: &Show| (show.has_presenter, show.is_swapped, show.screen);
        assert_eq!(where_slides_are(&show), (true, true, Some(1)));
        assert_eq!(show.press(ShowKey::NextScreen, &story), None);
        assert_eq!(where_slides_are(&show), (true, false, Some(1)));
        show.press(ShowKey::Presenter, &story);
        assert_eq!(where_slides_are(&show), (false, false, None));
        let sent = show.press(ShowKey::NextScreen, &story);
        assert_eq!(sent, Some(Wish::OnScreen(1)));
        show.press(ShowKey::NextScreen, &story);
        show.press(ShowKey::Presenter, &story);
        assert_eq!(where_slides_are(&show), (true, true, Some(1)));
        show.press(ShowKey::Swap, &story);
        assert_eq!(where_slides_are(&show), (true, false, Some(1)));
    }
}
