/// Where layers are and go under the mouse: hit, snap, resize, align. Plain arithmetic, no window.
@NullMarked
package liveroom.app.window.scene.geometry;

import org.jspecify.annotations.NullMarked;
