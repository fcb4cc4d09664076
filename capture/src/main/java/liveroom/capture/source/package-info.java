/// Where pictures and sound come from: cameras, microphones, screens, files, the test picture.
@NullMarked
package liveroom.capture.source;

import org.jspecify.annotations.NullMarked;
