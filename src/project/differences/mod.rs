//! What differs between two projects, in a user's words: between a file as it was opened and as it stands on the
//! disk now, between a recovered project and its file, between two versions of one file.
//!
//! Every part of a project is taken apart by name, so that a part that comes to it later cannot be forgotten here;
//! what differs in a way for which there are no words yet is told as "changed in detail", never left out.

mod looks;
mod pairs;
mod plans;
mod sources;
mod stories;
mod words;

use super::Project;

/// What differs between two projects, by what it is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// In the order of [`DifferenceSubject::ALL`]; none is without lines.
    pub groups: Vec<DifferenceGroup>,
}

/// What differs in one respect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DifferenceGroup {
    /// What it is about.
    pub subject: DifferenceSubject,
    /// One thing each, as plain text without a full stop; the later project against the earlier one.
    pub lines: Vec<String>,
}

/// What differences are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DifferenceSubject {
    /// The project's name.
    Name,
    /// The imported workbooks and which of them follow which.
    Workbooks,
    /// What measures are called, and which are taken for one.
    Measures,
    /// What places are called, and which are taken for one.
    Places,
    /// What groups of people are called, and those of the project's own.
    Groups,
    /// What is wanted of measures.
    Targets,
    /// What became of priorities.
    Priorities,
    /// Breaks in series.
    Breaks,
    /// Weights of harm, and which concern an offence is.
    Harm,
    /// Presentations.
    Stories,
    /// Name, colours and logo of the organisation.
    Brand,
    /// The boundaries of maps.
    Boundaries,
    /// Layouts of returns.
    Layouts,
    /// Whether its file is locked, and whether it is a copy to share.
    File,
    /// What the explore screen shows.
    View,
    /// What a newer program wrote.
    Newer,
}

impl DifferenceSubject {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 15] = [
        Self::Name,
        Self::Workbooks,
        Self::Measures,
        Self::Places,
        Self::Groups,
        Self::Targets,
        Self::Priorities,
        Self::Breaks,
        Self::Harm,
        Self::Stories,
        Self::Brand,
        Self::Boundaries,
        Self::Layouts,
        Self::File,
        Self::View,
        Self::Newer,
    ];

    /// Its heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Name => "Name",
            Self::Workbooks => "Workbooks",
            Self::Measures => "Measures",
            Self::Places => "Places",
            Self::Groups => "Groups of people",
            Self::Targets => "Targets",
            Self::Priorities => "Priorities",
            Self::Breaks => "Breaks in series",
            Self::Harm => "Harm",
            Self::Stories => "Stories",
            Self::Brand => "Brand",
            Self::Boundaries => "Boundaries",
            Self::Layouts => "Remembered layouts",
            Self::File => "File",
            Self::View => "What is shown",
            Self::Newer => "Made by a newer Bellwether",
        }
    }
}

impl Differences {
    /// Whether the two are the same.
    pub const fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// How many lines there are.
    pub fn count(&self) -> usize {
        self.groups.iter().map(|group| group.lines.len()).sum()
    }

    /// Whether they differ in nothing but what the explore screen shows.
    pub fn is_view_only(&self) -> bool {
        let mut groups = self.groups.iter();
        groups.all(|group| group.subject == DifferenceSubject::View)
    }

    /// All lines in their order, without headings.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        let groups = self.groups.iter();
        groups.flat_map(|group| group.lines.iter().map(String::as_str))
    }

    /// The first groups with at most so many lines together, and how many lines are left out.
    pub fn first(&self, most: usize) -> (Self, usize) {
        let mut left = most;
        let mut groups = Vec::new();
        for group in &self.groups {
            let lines: Vec<String> = group.lines.iter().take(left).cloned().collect();
            left -= lines.len();
            if !lines.is_empty() {
                let subject = group.subject;
                groups.push(DifferenceGroup { subject, lines });
            }
        }
        (Self { groups }, self.count() - (most - left))
    }

    /// Adds what differs in one respect; what differs without a line has one of its own.
    fn tell(&mut self, subject: DifferenceSubject, differs: bool, mut lines: Vec<String>) {
        if lines.is_empty() && differs {
            lines.push(String::from("Changed in detail"));
        }
        if !lines.is_empty() {
            self.groups.push(DifferenceGroup { subject, lines });
        }
    }
}

/// What differs between an earlier project and a later one. Nothing differs exactly where they are equal.
pub fn differences(before: &Project, after: &Project) -> Differences {
    use DifferenceSubject as About;
    let Project {
        name,
        sources,
        layouts,
        successions,
        dictionary,
        groups,
        targets,
        lineages,
        breaks,
        boundaries,
        harm,
        stories,
        brand,
        view,
        shared,
        lock,
        newer,
    } = after;
    let mut told = Differences::default();
    let mut renamed = Vec::new();
    if *name != before.name {
        renamed.push(match (before.name.as_str(), name.as_str()) {
            ("", name) => format!("The project is called “{name}”"),
            (before, "") => format!("The project is no longer called “{before}”"),
            (before, name) => format!("The project is called “{name}”, before “{before}”"),
        });
    }
    told.tell(About::Name, *name != before.name, renamed);
    told.tell(
        About::Workbooks,
        *sources != before.sources || *successions != before.successions,
        sources::lines(before, after),
    );
    let named = words::lines(before, after);
    // An order of what is said that no name shows is told once.
    let is_unsaid = *dictionary != before.dictionary && named.is_empty();
    told.tell(About::Measures, is_unsaid, named.measures);
    told.tell(About::Places, false, named.places);
    let mut people = named.people;
    people.extend(words::own_groups(&before.groups, groups));
    told.tell(About::Groups, *groups != before.groups, people);
    told.tell(
        About::Targets,
        *targets != before.targets,
        plans::targets(&before.targets, targets),
    );
    told.tell(
        About::Priorities,
        *lineages != before.lineages,
        plans::lineages(&before.lineages, lineages),
    );
    told.tell(
        About::Breaks,
        *breaks != before.breaks,
        plans::breaks(before, after),
    );
    told.tell(
        About::Harm,
        *harm != before.harm,
        plans::harm(before, after),
    );
    told.tell(
        About::Stories,
        *stories != before.stories,
        stories::lines(before, after),
    );
    told.tell(
        About::Brand,
        *brand != before.brand,
        looks::brand(&before.brand, brand),
    );
    told.tell(
        About::Boundaries,
        *boundaries != before.boundaries,
        looks::boundaries(&before.boundaries, boundaries),
    );
    told.tell(
        About::Layouts,
        *layouts != before.layouts,
        looks::layouts(&before.layouts, layouts),
    );
    let mut file = Vec::new();
    if *lock != before.lock {
        let words = match (before.lock.is_locked(), lock.is_locked()) {
            (false, _) => "It is locked with a passphrase",
            (true, true) => "It is locked with another passphrase",
            (true, false) => "It is no longer locked",
        };
        file.push(String::from(words));
    }
    if shared.is_some() != before.shared.is_some() {
        let words = if shared.is_some() {
            "It is a copy to share"
        } else {
            "It is no copy to share"
        };
        file.push(String::from(words));
    }
    told.tell(
        About::File,
        *lock != before.lock || *shared != before.shared,
        file,
    );
    told.tell(
        About::View,
        *view != before.view,
        looks::view(before, after),
    );
    let is_newer = *newer != before.newer;
    let lines = is_newer.then(|| String::from("What a newer Bellwether wrote is other"));
    told.tell(About::Newer, is_newer, lines.into_iter().collect());
    told
}
