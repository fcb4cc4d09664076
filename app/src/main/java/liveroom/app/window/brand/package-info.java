/// Brand kits in the window: choosing, making, changing and passing them on.
@NullMarked
package liveroom.app.window.brand;

import org.jspecify.annotations.NullMarked;
