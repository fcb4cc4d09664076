/// Everything the studio says to people.
@NullMarked
package liveroom.app.text;

import org.jspecify.annotations.NullMarked;
