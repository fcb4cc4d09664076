package liveroom.app.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import liveroom.app.text.Messages;
import tools.jackson.core.JacksonException;

/// The settings on disk. Written whole and atomically, readable by its owner alone since it holds the room's key.
public final class SettingsFile {
    private static final long MAX_BYTES = 1 << 20;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT);

    private final StudioHome home;
    private final Messages messages = Messages.of("settings");

    public SettingsFile(StudioHome home) {
        this.home = home;
    }

    /// What was read, and what the host should know about it.
    ///
    /// @param complaints one sentence for each thing that could not be used
    public record Loaded(Settings settings, List<String> complaints) {}

    public StudioHome home() {
        return home;
    }

    /// Reads the settings; where there are none yet, or none that can be read, makes new ones and keeps them. A file
    /// that
    /// cannot be read is set aside, never overwritten. Never fails.
    public Loaded load() {
        List<String> complaints = new ArrayList<>();
        Found found = find(complaints);
        switch (found.state()) {
            case WHOLE, UNREADABLE -> {}
            case NEW -> keep(found.settings(), complaints);
            case BROKEN -> {
                if (setAside(home.settingsFile(), complaints)) {
                    keep(found.settings(), complaints);
                }
            }
        }
        return new Loaded(found.settings(), List.copyOf(complaints));
    }

    /// Reads the settings as [#load()] does, and writes nothing.
    public Loaded look() {
        List<String> complaints = new ArrayList<>();
        Found found = find(complaints);
        if (found.state() == State.BROKEN) {
            complaints.add(messages.text("file.notUnderstood", home.settingsFile()));
        }
        return new Loaded(found.settings(), List.copyOf(complaints));
    }

    private Found find(List<String> complaints) {
        Path file = home.settingsFile();
        Settings fresh = Settings.fresh(home);
        try {
            if (Files.size(file) > MAX_BYTES) {
                return new Found(fresh, State.BROKEN);
            }
            Settings read = SettingsJson.read(Files.readString(file, StandardCharsets.UTF_8), fresh, complaints);
            boolean hasNewRoom = read.room().id().equals(fresh.room().id());
            return new Found(read, hasNewRoom ? State.NEW : State.WHOLE);
        } catch (NoSuchFileException _) {
            return new Found(fresh, State.NEW);
        } catch (JacksonException | IllegalArgumentException | CharacterCodingException _) {
            return new Found(fresh, State.BROKEN);
        } catch (IOException e) {
            complaints.add(messages.text("file.unreadable", file, reason(e)));
            return new Found(fresh, State.UNREADABLE);
        }
    }

    private record Found(Settings settings, State state) {}

    private enum State {
        WHOLE,
        /// There is something in the settings that is not in the file yet.
        NEW,
        BROKEN,
        UNREADABLE
    }

    /// Writes the settings: into a new file first, which then takes the old one's place, so that a crash at any moment
    /// leaves one of the two whole.
    public void save(Settings settings) throws IOException {
        Path file = home.settingsFile();
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("no folder for " + file);
        }
        Files.createDirectories(folder);
        Path written = createPrivate(folder);
        try {
            try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
                ByteBuffer text = StandardCharsets.UTF_8.encode(SettingsJson.write(settings));
                while (text.hasRemaining()) {
                    channel.write(text);
                }
                channel.force(true);
            }
            move(written, file);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static Path createPrivate(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return Files.createTempFile(
                    folder,
                    "settings",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.createTempFile(folder, "settings", ".new");
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void keep(Settings settings, List<String> complaints) {
        try {
            save(settings);
        } catch (IOException e) {
            complaints.add(messages.text("file.unwritable", home.settingsFile(), reason(e)));
        }
    }

    private boolean setAside(Path file, List<String> complaints) {
        Path aside = file.resolveSibling(file.getFileName() + ".broken-"
                + LocalDateTime.now(ZoneId.systemDefault()).format(DATE));
        try {
            Files.move(file, aside);
            complaints.add(messages.text("file.broken", file, aside));
            return true;
        } catch (IOException e) {
            complaints.add(messages.text("file.unreadable", file, reason(e)));
            return false;
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName();
    }
}
