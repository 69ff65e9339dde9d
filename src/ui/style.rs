//! The tokens in egui's own terms, so that plain egui widgets look at home among the house's.

use egui::style::{ScrollAnimation, Selection, WidgetVisuals, Widgets};
use egui::{
    Color32, Context, CornerRadius, FontId, Margin, Shadow, Stroke, Style, TextStyle, Theme,
    Visuals, vec2,
};

use super::fonts;
use super::tokens::{DesignTokens, Look, Radii};
use crate::base::typeface::Weight;

/// egui's style for a look.
pub fn style(look: Look) -> Style {
    let (theme, tokens) = (look.theme(), DesignTokens::of(look));
    let (text, space) = (&tokens.text, &tokens.space);
    let mut style = Style {
        visuals: visuals(theme, tokens),
        animation_time: tokens.animation_seconds,
        text_styles: [
            (TextStyle::Small, FontId::proportional(text.fine)),
            (TextStyle::Body, FontId::proportional(text.body)),
            (TextStyle::Monospace, FontId::monospace(text.body)),
            (TextStyle::Button, fonts::font(Weight::Medium, text.body)),
            (TextStyle::Heading, fonts::font(Weight::Bold, text.title)),
        ]
        .into(),
        ..Style::default()
    };
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(space.small, space.small);
    spacing.button_padding = vec2(space.medium, 6.0);
    spacing.interact_size = vec2(40.0, tokens.size.target);
    spacing.window_margin = Margin::same(16);
    spacing.menu_margin = Margin::same(6);
    spacing.icon_width = tokens.size.checkbox;
    spacing.icon_width_inner = 10.0;
    spacing.icon_spacing = space.small;
    spacing.tooltip_width = 360.0;
    // Beside the edge of a card, not on it, and softer than what it scrolls.
    spacing.scroll.bar_outer_margin = 3.0;
    spacing.scroll.active_handle_opacity = 0.45;
    spacing.extra_text_line_spacing = 3.0;
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.35;
    style
}

/// Lets nothing slide, fade or blink by itself any more, or lets it again.
pub fn reduce_motion(ctx: &Context, is_reduced: bool) {
    ctx.all_styles_mut(|style| {
        let usual = self::style(Look::from(Theme::from_dark_mode(style.visuals.dark_mode)));
        style.animation_time = if is_reduced {
            0.0
        } else {
            usual.animation_time
        };
        style.scroll_animation = if is_reduced {
            ScrollAnimation::none()
        } else {
            usual.scroll_animation
        };
        style.visuals.text_cursor.blink = !is_reduced && usual.visuals.text_cursor.blink;
    });
}

fn visuals(theme: Theme, tokens: &DesignTokens) -> Visuals {
    let c = &tokens.colours;
    let card = corner(tokens.radius.card);
    let shadow = Shadow {
        offset: [0, 6],
        blur: 20,
        spread: 0,
        color: c.shadow,
    };
    let mut visuals = match theme {
        Theme::Light => Visuals::light(),
        Theme::Dark => Visuals::dark(),
    };
    visuals.widgets = widgets(tokens);
    visuals.selection = Selection {
        bg_fill: c.text_selection,
        stroke: Stroke::new(1.0, c.accent_ink),
    };
    visuals.weak_text_color = Some(c.ink_secondary);
    visuals.hyperlink_color = c.link;
    visuals.faint_bg_color = c.hover;
    visuals.extreme_bg_color = c.card;
    visuals.code_bg_color = c.neutral_soft;
    visuals.warn_fg_color = c.warning;
    visuals.error_fg_color = c.bad;
    visuals.window_corner_radius = card;
    visuals.menu_corner_radius = card;
    visuals.window_fill = c.card;
    visuals.window_stroke = Stroke::new(1.0, c.rule);
    visuals.window_shadow = shadow;
    visuals.popup_shadow = shadow;
    visuals.panel_fill = c.ground;
    visuals.text_cursor.stroke = Stroke::new(2.0, c.accent_ink);
    visuals
}

fn widgets(tokens: &DesignTokens) -> Widgets {
    let c = &tokens.colours;
    let look = |fill: Color32, border: Color32, ink: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, border),
        corner_radius: control_corner(&tokens.radius),
        fg_stroke: Stroke::new(1.0, ink),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: look(c.card, c.rule, c.ink),
        inactive: look(c.card, c.rule, c.ink),
        hovered: look(c.hover, c.neutral_edge, c.ink),
        active: look(c.pressed, c.focus, c.ink),
        open: look(c.accent_soft, c.neutral_edge, c.ink),
    }
}

fn control_corner(radius: &Radii) -> CornerRadius {
    corner(radius.control)
}

/// A corner radius in egui's whole points.
pub fn corner(points: f32) -> CornerRadius {
    CornerRadius::from(points)
}
