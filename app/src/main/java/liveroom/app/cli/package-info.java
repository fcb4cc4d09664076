/// The command line: `studio`, `studio live`, `studio show`, `studio devices`, `studio doctor`.
@NullMarked
package liveroom.app.cli;

import org.jspecify.annotations.NullMarked;
