/// The producers' page in a real browser, at a real desk in a real room.
@NullMarked
package liveroom.app.producer;

import org.jspecify.annotations.NullMarked;
