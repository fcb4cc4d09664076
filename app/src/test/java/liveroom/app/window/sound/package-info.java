@NullMarked
package liveroom.app.window.sound;

import org.jspecify.annotations.NullMarked;
