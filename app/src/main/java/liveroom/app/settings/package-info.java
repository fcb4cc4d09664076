/// What the studio remembers between two starts, and where on this computer it keeps it.
@NullMarked
package liveroom.app.settings;

import org.jspecify.annotations.NullMarked;
