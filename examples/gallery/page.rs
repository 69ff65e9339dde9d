//! The page on which all pictures stand.

/// A picture of the page, by the name of its files without their endings.
pub struct Picture {
    pub name: String,
    pub kind: &'static str,
    pub case: &'static str,
    pub size: &'static str,
    pub theme: &'static str,
    pub alt: String,
}

const HEAD: &str = "<!doctype html>
<html lang=\"en-GB\">
<meta charset=\"utf-8\">
<title>Every chart</title>
<style>
body { font: 15px/1.5 Inter, sans-serif; margin: 24px; background: #F5F7FA; color: #1D2733; }
nav { position: sticky; top: 0; padding: 8px 0; background: #F5F7FA; }
label { margin-right: 16px; }
main { display: flex; flex-wrap: wrap; gap: 16px; }
figure { margin: 0; }
figure img { width: 480px; border: 1px solid #DDE3EA; }
figcaption { width: 480px; }
</style>
<h1>Every chart</h1>
<nav id=\"choices\"></nav>
<main>
";

const FOOT: &str = "</main>
<script>
const chosen = {};
for (const key of ['kind', 'case', 'size', 'theme']) {
  const values = [...new Set([...document.querySelectorAll('figure')].map(f => f.dataset[key]))];
  const select = document.createElement('select');
  for (const value of ['all', ...values]) select.append(new Option(value, value));
  select.value = key === 'size' ? 'card' : key === 'theme' ? 'light' : 'all';
  chosen[key] = select;
  select.onchange = show;
  const label = document.createElement('label');
  label.append(key + ' ', select);
  document.getElementById('choices').append(label);
}
function show() {
  for (const figure of document.querySelectorAll('figure')) {
    figure.hidden = Object.entries(chosen).some(
      ([key, select]) => select.value !== 'all' && select.value !== figure.dataset[key]);
  }
}
show();
</script>
</html>
";

/// The page.
pub fn html(pictures: &[Picture]) -> String {
    let figures: Vec<String> = pictures.iter().map(figure).collect();
    format!("{HEAD}{}{FOOT}", figures.join("\n"))
}

fn figure(picture: &Picture) -> String {
    let Picture {
        name,
        kind,
        case,
        size,
        theme,
        alt,
    } = picture;
    let alt = escaped(alt);
    format!(
        "<figure data-kind=\"{kind}\" data-case=\"{case}\" data-size=\"{size}\" data-theme=\"{theme}\">\
         <img loading=\"lazy\" src=\"{name}.svg\" alt=\"{alt}\">\
         <figcaption>{kind}: {case}; {size}, {theme} (<a href=\"{name}.png\">PNG</a>)</figcaption></figure>"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}
