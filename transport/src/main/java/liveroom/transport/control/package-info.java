/// The producer's seat over HTTP: commands in, states out, to whoever has the producers' key. See `docs/control.md`.
@NullMarked
package liveroom.transport.control;

import org.jspecify.annotations.NullMarked;
