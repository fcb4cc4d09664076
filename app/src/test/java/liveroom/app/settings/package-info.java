/// Tests of what the studio remembers.
@NullMarked
package liveroom.app.settings;

import org.jspecify.annotations.NullMarked;
