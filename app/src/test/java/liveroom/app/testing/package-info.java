/// What several tests of the studio share.
@NullMarked
package liveroom.app.testing;

import org.jspecify.annotations.NullMarked;
