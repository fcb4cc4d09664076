/// What can be changed about the selected layer, field by field, and what is wrong with it.
@NullMarked
package liveroom.app.window.inspect;

import org.jspecify.annotations.NullMarked;
