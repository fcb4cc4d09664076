@NullMarked
package liveroom.app.window.figures;

import org.jspecify.annotations.NullMarked;
