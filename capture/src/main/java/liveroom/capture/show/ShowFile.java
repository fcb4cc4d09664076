package liveroom.capture.show;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import liveroom.capture.file.WholeFile;
import liveroom.capture.scene.Show;
import liveroom.capture.show.ShowFormatException.Code;

/// A show on disk: JSON that people can read, always whole.
public final class ShowFile {
    private final WholeFile file;

    public ShowFile(Path path) {
        this.file = new WholeFile(path, ShowJson.MAX_BYTES);
    }

    /// What was read, and what the host should know about it.
    ///
    /// @param complaint a sentence, if the file could not be understood and was set aside
    public record Loaded(Show show, Optional<String> complaint) {}

    public Path path() {
        return file.path();
    }

    /// Reads the show.
    ///
    /// @throws NoSuchFileException if there is no file
    /// @throws ShowFormatException if it holds no show that this version understands
    public Show read() throws IOException, ShowFormatException {
        try {
            return ShowJson.show(file.read());
        } catch (CharacterCodingException e) {
            ShowFormatException refused = new ShowFormatException(
                    Code.NOT_UNDERSTOOD, "The show is longer than " + ShowJson.MAX_BYTES + " bytes, or no text.");
            refused.initCause(e);
            throw refused;
        }
    }

    /// Reads the show; where there is none yet, `fresh` it is. A file that cannot be understood is
    /// set aside, never overwritten, and `fresh` takes its place.
    ///
    /// @throws ShowFormatException if the file was made by a newer version; it stays as it is
    /// @throws IOException if it can be neither read nor set aside; it stays as it is
    public Loaded load(Show fresh) throws IOException, ShowFormatException {
        try {
            return new Loaded(read(), Optional.empty());
        } catch (NoSuchFileException _) {
            return new Loaded(fresh, Optional.empty());
        } catch (ShowFormatException e) {
            if (e.code() == Code.NEWER) {
                throw e;
            }
            Path aside = file.setAside();
            return new Loaded(
                    fresh,
                    Optional.of("The show file " + path() + " could not be understood. It is now " + aside
                            + ", and the studio begins a new show. " + e.getMessage()));
        }
    }

    /// Writes the show, in place of what was there.
    public void write(Show show) throws IOException {
        file.write(ShowJson.write(show));
    }
}
