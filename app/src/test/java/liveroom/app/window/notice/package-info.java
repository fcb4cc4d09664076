@NullMarked
package liveroom.app.window.notice;

import org.jspecify.annotations.NullMarked;
