/// Raw media and what it travels in: frames, their pooled memory, the studio clock, and the hand-offs between threads.
@NullMarked
package liveroom.capture.media;

import org.jspecify.annotations.NullMarked;
