/// What the studio writes down about itself.
@NullMarked
package liveroom.app.log;

import org.jspecify.annotations.NullMarked;
