/// The files of the pages that the studio serves, made ready for browsers: scripts linked, the first answer whole.
@NullMarked
package liveroom.app.page;

import org.jspecify.annotations.NullMarked;
