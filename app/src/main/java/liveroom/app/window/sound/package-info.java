/// The level meter, gain and mute.
@NullMarked
package liveroom.app.window.sound;

import org.jspecify.annotations.NullMarked;
