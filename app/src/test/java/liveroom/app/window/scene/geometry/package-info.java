@NullMarked
package liveroom.app.window.scene.geometry;

import org.jspecify.annotations.NullMarked;
