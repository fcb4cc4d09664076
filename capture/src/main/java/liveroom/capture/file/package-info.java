/// Files that are always whole on disk.
@NullMarked
package liveroom.capture.file;

import org.jspecify.annotations.NullMarked;
