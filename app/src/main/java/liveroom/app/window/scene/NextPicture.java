package liveroom.app.window.scene;

import liveroom.app.settings.Settings.StudioMode;
import liveroom.app.studio.Studio;
import liveroom.app.window.preview.PreviewFeed;
import liveroom.app.window.preview.PreviewPane;

/// The next scene's picture, as composed. The studio composes it only while somebody can see it.
///
/// Confined to the JavaFX thread.
public final class NextPicture implements AutoCloseable {
    private final Studio studio;
    private final PreviewFeed feed = new PreviewFeed();
    private final PreviewPane pane = new PreviewPane(feed, PreviewPane.Subject.NEXT);
    private StudioMode mode = StudioMode.FOLDED;
    private PreviewFeed.Display display = PreviewFeed.Display.SHOWN;
    private boolean reading;

    public NextPicture(Studio studio) {
        this.studio = studio;
        feed.start();
    }

    public PreviewPane pane() {
        return pane;
    }

    /// Whether there is a place for it in the window.
    public void show(StudioMode newMode) {
        mode = newMode;
        follow();
    }

    /// Whether the window can be seen at all.
    public void display(PreviewFeed.Display newDisplay) {
        display = newDisplay;
        follow();
    }

    private void follow() {
        boolean wanted = mode == StudioMode.OPEN && display == PreviewFeed.Display.SHOWN;
        if (wanted != reading) {
            reading = wanted;
            if (wanted) {
                studio.addScenePreview(feed);
            } else {
                studio.removeScenePreview(feed);
            }
        }
    }

    @Override
    public void close() {
        display(PreviewFeed.Display.HIDDEN);
        feed.close();
    }
}
