/// The scenes in the window: what is on air and what comes next, scenes, layers, and layers under the mouse.
@NullMarked
package liveroom.app.window.scene;

import org.jspecify.annotations.NullMarked;
