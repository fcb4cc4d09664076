/// The conversation with the viewers.
@NullMarked
package liveroom.app.window.chat;

import org.jspecify.annotations.NullMarked;
