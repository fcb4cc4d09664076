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

    /// Reads the settings; where there are none yet, or none that can be read, makes new ones and keeps them. Never
    /// fails.
    public Loaded load() {
        Path file = home.settingsFile();
        Settings fresh = Settings.fresh(home);
        List<String> complaints = new ArrayList<>();
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new IllegalArgumentException("larger than " + MAX_BYTES + " bytes");
            }
            Settings read = SettingsJson.read(Files.readString(file, StandardCharsets.UTF_8), fresh, complaints);
            if (read.room().id().equals(fresh.room().id())) {
                keep(read, complaints);
            }
            return new Loaded(read, List.copyOf(complaints));
        } catch (NoSuchFileException _) {
            keep(fresh, complaints);
        } catch (JacksonException | IllegalArgumentException | CharacterCodingException _) {
            setAside(file, complaints);
            keep(fresh, complaints);
        } catch (IOException e) {
            complaints.add(messages.text("file.unreadable", file, reason(e)));
        }
        return new Loaded(fresh, List.copyOf(complaints));
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

    private void setAside(Path file, List<String> complaints) {
        Path aside = file.resolveSibling(file.getFileName() + ".broken-"
                + LocalDateTime.now(ZoneId.systemDefault()).format(DATE));
        try {
            Files.move(file, aside);
            complaints.add(messages.text("file.broken", file, aside));
        } catch (IOException e) {
            complaints.add(messages.text("file.unreadable", file, reason(e)));
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName();
    }
}
