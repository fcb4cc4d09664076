package liveroom.app.settings;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The settings of the running studio. Any thread may read and change them at once; they reach the disk a moment later
/// on the `settings` thread, several quick changes in one write.
public final class KeptSettings implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeptSettings.class);
    private static final int CLOSE_SECONDS = 5;

    private final SettingsFile file;
    private final List<String> complaints;
    private volatile Settings current;
    // Confined to the writer.
    private Settings onDisk;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("settings").factory());

    private KeptSettings(SettingsFile file, SettingsFile.Loaded loaded) {
        this.file = file;
        this.complaints = loaded.complaints();
        this.current = loaded.settings();
        this.onDisk = loaded.settings();
    }

    /// Reads the file; never fails.
    public static KeptSettings open(StudioHome home) {
        SettingsFile file = new SettingsFile(home);
        return new KeptSettings(file, file.load());
    }

    public Settings current() {
        return current;
    }

    /// What the host should know about the file that was read: one sentence each.
    public List<String> complaints() {
        return complaints;
    }

    /// Changes the settings and returns at once.
    ///
    /// @param change must only compute
    public synchronized void change(UnaryOperator<Settings> change) {
        current = change.apply(current);
        try {
            writer.execute(this::write);
        } catch (RejectedExecutionException _) {
            LOG.warn("Settings were changed after the studio had closed; the change is not kept");
        }
    }

    private void write() {
        Settings newest = current;
        if (newest.equals(onDisk)) {
            return;
        }
        try {
            file.save(newest);
            onDisk = newest;
        } catch (IOException | RuntimeException e) {
            LOG.warn("The settings could not be written: {}", e.toString());
        }
    }

    /// Waits until the last change is on disk, for five seconds at most.
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The disk does not take the settings; the last change may be lost");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
