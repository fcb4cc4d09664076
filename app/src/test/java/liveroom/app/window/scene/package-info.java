@NullMarked
package liveroom.app.window.scene;

import org.jspecify.annotations.NullMarked;
