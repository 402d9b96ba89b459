//! Reads all of YAML 1.2: the events of a complete parser become documents with places.
//!
//! Slower than it could be and careful: every message about broken YAML comes from here, and what hostile input
//! can make of aliases and nesting is bounded here.

use super::build::{Broken, Builder, Property};
use super::fault;
use crate::diagnostic::Finding;
use crate::syntax::Document;
use crate::text::{Source, Span};
use granit_parser::{Event, Options, Parser, ScalarStyle, StructureStyle, Tag};
use std::borrow::Cow;

/// How deep lists and mappings may stand in each other, aliases counted in.
pub(super) const DEEPEST: usize = 100;

/// After how many broken documents the rest of a file is left alone.
const MOST_BROKEN: usize = 20;

/// The documents of a part of a source.
pub(super) fn parse<'a>(source: &'a Source, range: Span, findings: &mut Vec<Finding>) -> Vec<Document<'a>> {
    let text = source.slice(range);
    let mut parser = Parser::new_from_str_with_options(text, options());
    let mut reading = Reading { documents: Vec::new(), builder: Builder::new(source, range) };
    let mut broken = 0;
    while let Some(event) = parser.next_event() {
        let trouble = match event {
            Ok((Event::StreamEnd, _)) => break,
            Ok((event, place)) => reading.take(event, place, findings).err(),
            Err(error) => Some(Box::new(fault::finding(source, range, &error))),
        };
        if let Some(finding) = trouble {
            findings.push(*finding);
            reading.builder.reset();
            broken += 1;
            if broken == MOST_BROKEN || !matches!(parser.proceed_next_document(), Ok(true)) {
                break;
            }
        }
    }
    reading.documents
}

fn options() -> Options {
    let mut options = Options::default();
    options.set_emit_comments(false);
    options.flow_nesting_limit = DEEPEST;
    options.block_nesting_limit = DEEPEST;
    options
}

struct Reading<'a> {
    documents: Vec<Document<'a>>,
    builder: Builder<'a>,
}

impl<'a> Reading<'a> {
    /// Takes one event; an error ends its document.
    fn take(
        &mut self,
        event: Event<'a>,
        place: granit_parser::Span,
        findings: &mut Vec<Finding>,
    ) -> Result<(), Broken> {
        let range = place.byte_range().unwrap_or(0..0);
        let tag_place = place.tag_span().and_then(|place| place.byte_range());
        let property = |anchor: usize, tag: Option<Cow<'a, Tag>>| Property {
            anchor: (anchor > 0).then_some(anchor),
            tag: tag.map(|tag| (tag.into_owned(), tag_place.unwrap_or(range.start..range.start))),
        };
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
                let plain = style == ScalarStyle::Plain;
                self.builder.scalar(text, plain, block, range.clone(), property(anchor, tag), findings)
            }
            Event::SequenceStart(style, anchor, tag) => {
                let flow = style == StructureStyle::Flow;
                self.builder.open(false, flow, range.clone(), property(anchor, tag), findings)
            }
            Event::MappingStart(style, anchor, tag) => {
                let flow = style == StructureStyle::Flow;
                self.builder.open(true, flow, range.clone(), property(anchor, tag), findings)
            }
            Event::SequenceEnd | Event::MappingEnd => self.builder.close(range, findings),
            Event::Alias(anchor) => self.builder.alias(anchor, range, findings),
            Event::DocumentStart(..) => {
                self.builder.reset();
                Ok(())
            }
            Event::DocumentEnd => {
                self.documents.extend(self.builder.finish());
                Ok(())
            }
            _ => Ok(()),
        }
    }
}
