/// What is on the picture: shows, scenes and layers as plain data, independent of any size in pixels.
@NullMarked
package liveroom.capture.scene;

import org.jspecify.annotations.NullMarked;
