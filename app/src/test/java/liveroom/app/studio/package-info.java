@NullMarked
package liveroom.app.studio;

import org.jspecify.annotations.NullMarked;
