package liveroom.app.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import liveroom.app.text.Messages;
import liveroom.capture.file.WholeFile;
import tools.jackson.core.JacksonException;

/// The settings on disk. Written whole and atomically, readable by its owner alone since it holds the room's key.
public final class SettingsFile {
    private static final int MAX_BYTES = 1 << 20;

    private final StudioHome home;
    private final WholeFile file;
    private final Messages messages = Messages.of("settings");

    public SettingsFile(StudioHome home) {
        this.home = home;
        this.file = new WholeFile(home.settingsFile(), MAX_BYTES);
    }

    /// What was read, and what the host should know about it.
    ///
    /// @param complaints one sentence for each thing that could not be used
    public record Loaded(Settings settings, List<String> complaints) {}

    public StudioHome home() {
        return home;
    }

    /// Reads the settings; where there are none yet, or none that can be read, makes new ones and keeps
    /// them. A file that cannot be read is set aside, never overwritten. Never fails.
    public Loaded load() {
        List<String> complaints = new ArrayList<>();
        Found found = find(complaints);
        switch (found.state()) {
            case WHOLE, UNREADABLE -> {}
            case NEW -> keep(found.settings(), complaints);
            case BROKEN -> {
                if (setAside(complaints)) {
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
        Settings fresh = Settings.fresh(home);
        try {
            Settings read = SettingsJson.read(file.read(), fresh, complaints);
            return new Found(read, read.room().sharesWith(fresh.room()) ? State.NEW : State.WHOLE);
        } catch (NoSuchFileException _) {
            return new Found(fresh, State.NEW);
        } catch (JacksonException | IllegalArgumentException | CharacterCodingException _) {
            return new Found(fresh, State.BROKEN);
        } catch (IOException e) {
            complaints.add(messages.text("file.unreadable", file.path(), reason(e)));
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

    /// Writes the settings, in place of those that were there.
    public void save(Settings settings) throws IOException {
        file.write(SettingsJson.write(settings));
    }

    private void keep(Settings settings, List<String> complaints) {
        try {
            save(settings);
        } catch (IOException e) {
            complaints.add(messages.text("file.unwritable", home.settingsFile(), reason(e)));
        }
    }

    private boolean setAside(List<String> complaints) {
        try {
            complaints.add(messages.text("file.broken", file.path(), file.setAside()));
            return true;
        } catch (IOException e) {
            complaints.add(messages.text("file.unreadable", file.path(), reason(e)));
            return false;
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName();
    }
}
