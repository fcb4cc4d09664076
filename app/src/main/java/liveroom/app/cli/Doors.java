package liveroom.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import liveroom.app.settings.KeptSettings;
import liveroom.app.settings.Settings;
import liveroom.app.studio.DressOptions;
import liveroom.app.studio.Studio;
import liveroom.app.studio.StudioException;

/// How a command gets at the studio, its window and its log.
///
/// @param log begins to write the log into a folder
public record Doors(StudioOpener studio, WindowOpener window, Consumer<Path> log) {
    /// Opens the studio.
    @FunctionalInterface
    public interface StudioOpener {
        /// Opens it: the program runs, the room listens, nobody is let in yet.
        ///
        /// @param dress how the show is dressed
        /// @param complaints what of the settings could not be used, one sentence each
        /// @param keep takes changes that outlive the studio
        /// @throws StudioException with a sentence for the host
        Studio open(
                Settings settings, DressOptions dress, List<String> complaints, Consumer<UnaryOperator<Settings>> keep)
                throws StudioException;
    }

    /// Opens the window.
    @FunctionalInterface
    public interface WindowOpener {
        /// Shows the window and returns when the host has closed it, or throws when the thread is
        /// interrupted. Studio and settings stay open.
        ///
        /// @param cache where files may be kept from one start to the next
        /// @throws UnsupportedOperationException if there is no display after all
        void open(Studio studio, KeptSettings settings, Path cache) throws InterruptedException;
    }
}
