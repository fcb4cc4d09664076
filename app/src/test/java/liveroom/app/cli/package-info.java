/// Tests of the command line.
@NullMarked
package liveroom.app.cli;

import org.jspecify.annotations.NullMarked;
