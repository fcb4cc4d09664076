/// What the studio has to say to the host, shown calmly.
@NullMarked
package liveroom.app.window.notice;

import org.jspecify.annotations.NullMarked;
