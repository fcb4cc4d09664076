/// The viewer page in a real browser, before a studio that is made up.
@NullMarked
package liveroom.app.viewer;

import org.jspecify.annotations.NullMarked;
