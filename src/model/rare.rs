//! What hardly ever differs from nothing, and then takes no room.

use std::ops::{Deref, DerefMut};

/// A value that is nearly always the empty one of its type, which takes the room of a pointer then: a large handbook holds
/// hundreds of thousands. To change it makes room for it, so change only what differs.
#[derive(Clone, Debug)]
pub struct Rare<T>(Option<Box<T>>);

/// What has an empty value.
pub trait Empty: PartialEq + 'static {
    /// The empty value: what is read where nothing is said.
    const EMPTY: &'static Self;
}

impl<T> Default for Rare<T> {
    fn default() -> Self {
        Rare(None)
    }
}

impl<T: Empty> From<T> for Rare<T> {
    fn from(value: T) -> Self {
        Rare((value != *T::EMPTY).then(|| Box::new(value)))
    }
}

impl<T: Empty> Deref for Rare<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or(T::EMPTY)
    }
}

impl<T: Empty + Clone> DerefMut for Rare<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.0.get_or_insert_with(|| Box::new(T::EMPTY.clone()))
    }
}
