@NullMarked
package liveroom.app.window.settings;

import org.jspecify.annotations.NullMarked;
