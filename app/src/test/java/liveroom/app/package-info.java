/// Tests of the program as a whole: its shape, its strings, its front door.
@NullMarked
package liveroom.app;

import org.jspecify.annotations.NullMarked;
