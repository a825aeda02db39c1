//! The description by which browsers add the site's search to their own (`OpenSearch` 1.1).

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::pages::Frame;

const NAMESPACE: &str = "http://a9.com/-/spec/opensearch/1.1/";
/// The most letters that a short name may have.
const SHORT_NAME: usize = 16;

/// The description of the site's search.
///
/// # Panics
/// Never: memory takes any writing.
pub(super) fn description(frame: &Frame<'_>) -> Vec<u8> {
    write(frame).expect("memory takes any writing")
}

fn write(frame: &Frame<'_>) -> std::io::Result<Vec<u8>> {
    let settings = &frame.settings;
    let title = &frame.site.title;
    let short = match title.char_indices().nth(SHORT_NAME) {
        Some((end, _)) => title[..end].trim_end(),
        None => title,
    };
    let template = format!(
        "{}?q={{searchTerms}}",
        frame.addresses.search().url(settings)
    );
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    writer
        .create_element("OpenSearchDescription")
        .with_attribute(("xmlns", NAMESPACE))
        .write_inner_content(|writer| {
            let texts = [
                ("ShortName", short),
                ("Description", (frame.word)("search_page", &[]).as_str()),
                ("Language", &settings.language),
                ("InputEncoding", "UTF-8"),
            ]
            .map(|(name, text)| (name, text.to_owned()));
            for (name, text) in texts {
                writer
                    .create_element(name)
                    .write_text_content(BytesText::new(&text))?;
            }
            writer
                .create_element("Url")
                .with_attributes([
                    ("type", "text/html"),
                    ("method", "get"),
                    ("template", template.as_str()),
                ])
                .write_empty()?;
            Ok(())
        })?;
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}
