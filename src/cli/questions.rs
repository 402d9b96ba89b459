//! Asks somebody, on a terminal or through a pipe.

use super::error::Error;
use super::terminal::Terminal;
use crate::disk;
use crate::edit::Number;
use crate::model::Decimal;
use crate::syntax::fields::is_share;
use std::io::{self, BufRead, IsTerminal};

/// Who answers.
pub(super) struct Questions<'t> {
    terminal: &'t Terminal,
    answers: Box<dyn BufRead>,
    /// Answers that come through a pipe are shown, so that what was said can be read again.
    shows_answers: bool,
}

impl<'t> Questions<'t> {
    /// Whoever stands at the other end of stdin.
    pub(super) fn new(terminal: &'t Terminal) -> Self {
        let shows_answers = !io::stdin().is_terminal();
        Questions { terminal, answers: Box::new(io::stdin().lock()), shows_answers }
    }

    /// Whether somebody sits in front of a terminal.
    pub(super) fn is_attended() -> bool {
        io::stdin().is_terminal()
    }

    /// The answer to a question; none at the end of all answers.
    pub(super) fn ask(&mut self, question: &str) -> Result<Option<String>, Error> {
        disk::go_on()?;
        self.terminal.show(&format!("{question}: "));
        let mut line = String::new();
        let is_over = match self.answers.read_line(&mut line) {
            Ok(length) => length == 0,
            Err(error) => {
                let message = format!("the answer cannot be read: {error}");
                return Err(Error::Refused { message, help: None });
            }
        };
        let answer = line.trim();
        if self.shows_answers || is_over {
            self.terminal.show(&format!("{answer}\n"));
        }
        Ok((!is_over).then(|| answer.to_owned()))
    }

    /// Asks until an answer can be used or is empty; none where it is empty, or where answers end.
    pub(super) fn ask_for<T>(
        &mut self,
        question: &str,
        read: impl Fn(&str) -> Result<T, Error>,
    ) -> Result<Option<T>, Error> {
        while let Some(answer) = self.ask(question)?.filter(|answer| !answer.is_empty()) {
            match read(&answer) {
                Ok(value) => return Ok(Some(value)),
                Err(error) => self.terminal.fail(&error),
            }
        }
        Ok(None)
    }
}

/// A number, as an argument or an answer.
pub(super) fn number(text: &str) -> Result<Number, Error> {
    Number::read(text).ok_or_else(|| {
        let why = format!("`{}` is not a number", text.escape_debug());
        Error::refused(why, "write it without unit and with a point, such as `45` or `4.5`")
    })
}

/// A share of 1.
pub(super) fn share(text: &str) -> Result<Number, Error> {
    let meant = |percent: &str| {
        let percent = Number::read(percent.trim_end())?.value;
        let is_meant = percent >= Decimal::ZERO && percent <= Decimal::ONE_HUNDRED;
        is_meant.then(|| format!("write a share of 1: `{}`", (percent / Decimal::ONE_HUNDRED).normalize()))
    };
    if let Some(help) = text.strip_suffix('%').and_then(meant) {
        return Err(Error::refused(format!("`{}` is not a share of 1", text.escape_debug()), help));
    }
    let number = number(text)?;
    if !is_share(number.value) {
        let why = format!("`{}` does not lie between 0 and 1", number.text);
        return Err(Error::refused(why, "write a share of 1: `0.7` for 70 %"));
    }
    Ok(number)
}

/// A text for readers. Line breaks and tabs may stand in it; what no page can show may not.
pub(super) fn words(text: &str) -> Result<String, Error> {
    match text.chars().find(|letter| letter.is_control() && !matches!(letter, '\n' | '\t')) {
        Some(control) => {
            let why = format!("the text holds the control character U+{:04X}", u32::from(control));
            Err(Error::refused(why, "leave it out; no page can show it"))
        }
        None => Ok(text.to_owned()),
    }
}

/// A text of an option, if it says anything.
pub(super) fn optional_words(text: Option<&str>) -> Result<Option<String>, Error> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(words).transpose()
}
