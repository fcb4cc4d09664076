/// The outside measuring chain: a private sound server, a recorder of what the browser really plays, a detector of
/// flashes in what it really shows, and a reference that calibrates the two against each other.
@NullMarked
package liveroom.bench.chain;

import org.jspecify.annotations.NullMarked;
