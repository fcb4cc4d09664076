/// What every part of the window shares: the pulse, the hop to the JavaFX thread, styles, strings, small controls.
@NullMarked
package liveroom.app.window.kit;

import org.jspecify.annotations.NullMarked;
