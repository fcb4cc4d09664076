/// Brand kits: colours, fonts, logos and manners by role, read from folders and archives that may be hostile.
@NullMarked
package liveroom.capture.brand;

import org.jspecify.annotations.NullMarked;
