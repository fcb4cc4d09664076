package liveroom.app.window.share;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import liveroom.app.studio.Studio;
import liveroom.app.window.kit.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The link for producers, who run the show from another computer. Its key never stands on the screen.
///
/// Confined to the JavaFX thread.
public final class ProducerModel {
    private static final Logger LOG = LoggerFactory.getLogger(ProducerModel.class);
    private static final String MASK = "••••••••";

    private final Studio studio;
    private final Threads threads;
    private final ReadOnlyStringWrapper link = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper shown = new ReadOnlyStringWrapper("");

    /// Begins with no link; [#read()] asks for it.
    ///
    /// @param threads where the studio is asked, and where its answer is shown
    public ProducerModel(Studio studio, Threads threads) {
        this.studio = studio;
        this.threads = threads;
        link.subscribe(address -> shown.set(masked(address)));
    }

    private static String masked(String address) {
        int key = Math.max(address.indexOf('#'), address.indexOf("key="));
        return key < 0 ? address : address.substring(0, address.charAt(key) == '#' ? key + 1 : key + 4) + MASK;
    }

    /// Asks the studio for the link as it is now, in the background.
    public void read() {
        threads.background().execute(() -> {
            try {
                String current = studio.producerLink();
                threads.fxThread().execute(() -> link.set(current));
            } catch (RuntimeException e) {
                LOG.error("The producer's link could not be read", e);
            }
        });
    }

    /// Makes a new link; whoever came in by the one before is out.
    public void renew() {
        studio.renewProducerKey();
        read();
    }

    /// The whole link, for the clipboard.
    public ReadOnlyStringProperty link() {
        return link.getReadOnlyProperty();
    }

    /// The link as it may stand on the screen.
    public ReadOnlyStringProperty shown() {
        return shown.getReadOnlyProperty();
    }
}
