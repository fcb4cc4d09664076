/// The show while it is made and run: its file, its history, what is on air, and every change to it as data.
@NullMarked
package liveroom.capture.show;

import org.jspecify.annotations.NullMarked;
