/// Figures of the program, the encoder and the machine.
@NullMarked
package liveroom.app.window.figures;

import org.jspecify.annotations.NullMarked;
