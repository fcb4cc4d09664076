@NullMarked
package liveroom.app.window.brand;

import org.jspecify.annotations.NullMarked;
