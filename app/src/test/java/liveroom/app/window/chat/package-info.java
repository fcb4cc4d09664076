@NullMarked
package liveroom.app.window.chat;

import org.jspecify.annotations.NullMarked;
