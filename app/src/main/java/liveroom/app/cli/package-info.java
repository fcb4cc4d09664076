/// The command line: `studio`, `studio live`, `studio show`, `studio brand`, `studio devices`, `studio doctor`.
@NullMarked
package liveroom.app.cli;

import org.jspecify.annotations.NullMarked;
