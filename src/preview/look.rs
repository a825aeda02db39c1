//! Pages as others may see them: light, dark, printed.

/// How a page is to look, whatever the browser would choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PageLook {
    AsItIs,
    Light,
    Dark,
    Print,
}

impl PageLook {
    /// The look that the query of an address asks for.
    pub(super) fn asked_for(query: &str) -> Self {
        match query
            .split('&')
            .find_map(|pair| pair.strip_prefix("_diarium="))
        {
            Some("light") => Self::Light,
            Some("dark") => Self::Dark,
            Some("print") => Self::Print,
            _ => Self::AsItIs,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::AsItIs => "",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Print => "print",
        }
    }

    /// A page whose style sheets are asked for in the same look.
    pub(super) fn page(self, html: &str) -> String {
        html.replace(".css\"", &format!(".css?_diarium={}\"", self.name()))
    }

    /// A style sheet whose media queries are answered for this look.
    pub(super) fn style(self, css: &str) -> String {
        let (holds, fails) = ("(min-width: 0)", "(max-width: 0)");
        let colours = |css: &str, dark, light| {
            css.replace("(prefers-color-scheme: dark)", dark)
                .replace("(prefers-color-scheme: light)", light)
        };
        match self {
            Self::AsItIs => css.to_owned(),
            Self::Light => colours(css, fails, holds) + "\n:root { color-scheme: light }\n",
            Self::Dark => colours(css, holds, fails) + "\n:root { color-scheme: dark }\n",
            Self::Print => colours(css, fails, holds)
                .replace("@media print", "@media all")
                .replace("@media screen", "@media not all"),
        }
    }
}
