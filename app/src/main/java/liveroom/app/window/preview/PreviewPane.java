package liveroom.app.window.preview;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.States;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import liveroom.capture.media.VideoFormat;
import org.jspecify.annotations.Nullable;

/// A picture as large as its place allows, with a frame and room for what lies over it: the program's, whose frame
/// turns red on air, or the next scene's, whose frame is green. Whoever shows it calls [#pulse(long)] at each pulse.
public final class PreviewPane extends Pane {
    /// A size must stand this long before pictures are made for it: a window being dragged larger passes through many.
    private static final long SETTLE_NANOS = 120_000_000;

    private final PreviewFeed feed;
    private final ImageView view = new ImageView();
    private final Region backdrop = new Region();
    private final Region frame = new Region();
    private final StackPane over = new StackPane();
    private final StackPane hint =
            new StackPane(Controls.label(Words.of("preview.waiting"), Style.PREVIEW_HINT, Style.MUTED_TEXT));

    private VideoFormat format = new VideoFormat(1280, 720);
    private @Nullable PreviewPicture shown;
    private @Nullable PreviewPicture retiring;
    private int pixelWidth;
    private int pixelHeight;
    private int askedWidth;
    private int askedHeight;
    private long sizeSinceNanos;

    public PreviewPane(PreviewFeed feed) {
        this(feed, Subject.PROGRAM);
    }

    public PreviewPane(PreviewFeed feed, Subject subject) {
        this.feed = feed;
        getStyleClass().add(Style.PREVIEW);
        backdrop.getStyleClass().add("room-preview-backdrop");
        frame.getStyleClass().add(Style.PREVIEW_FRAME);
        frame.setMouseTransparent(true);
        over.setPickOnBounds(false);
        hint.setMouseTransparent(true);
        view.setSmooth(true);
        view.setPreserveRatio(false);
        view.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        view.setAccessibleText(Words.of(subject == Subject.PROGRAM ? "preview.name" : "preview.next.name"));
        view.setId(subject == Subject.PROGRAM ? "preview" : "next-picture");
        frame.pseudoClassStateChanged(States.GOOD, subject == Subject.NEXT);
        getChildren().addAll(backdrop, view, hint, frame, over);
        setMinSize(160, 90);
    }

    /// Lays a node over the picture, inside its bounds.
    public void lay(Node node) {
        over.getChildren().add(node);
    }

    /// The shape of the program's picture.
    public void format(VideoFormat newFormat) {
        if (!newFormat.equals(format)) {
            format = newFormat;
            requestLayout();
        }
    }

    public void onAir(boolean onAir) {
        frame.pseudoClassStateChanged(States.LIVE, onAir);
    }

    /// Shows the newest picture, if there is one. JavaFX thread, once a pulse.
    public void pulse(long nowNanos) {
        if ((pixelWidth != askedWidth || pixelHeight != askedHeight) && nowNanos - sizeSinceNanos > SETTLE_NANOS) {
            askedWidth = pixelWidth;
            askedHeight = pixelHeight;
            feed.resize(askedWidth, askedHeight);
        }
        PreviewPicture newest = feed.takeNewest();
        if (newest == null) {
            return;
        }
        view.setImage(newest.refreshed());
        hint.setVisible(false);
        if (retiring != null) {
            feed.giveBack(retiring);
        }
        retiring = shown;
        shown = newest;
    }

    @Override
    protected void layoutChildren() {
        double scaleX = getScene() == null ? 1 : getScene().getWindow().getOutputScaleX();
        double scale = Math.min(getWidth() / format.width(), getHeight() / format.height());
        double width = Math.max(16, Math.floor(format.width() * scale));
        double height = Math.max(16, Math.floor(format.height() * scale));
        double left = Math.floor((getWidth() - width) / 2);
        double top = Math.floor((getHeight() - height) / 2);
        view.setFitWidth(width);
        view.setFitHeight(height);
        view.relocate(left, top);
        for (Region region : new Region[] {backdrop, hint, frame, over}) {
            region.resizeRelocate(left, top, width, height);
        }
        int newWidth = (int) Math.round(width * scaleX);
        int newHeight = (int) Math.round(height * scaleX);
        if (newWidth != pixelWidth || newHeight != pixelHeight) {
            pixelWidth = newWidth;
            pixelHeight = newHeight;
            sizeSinceNanos = System.nanoTime();
        }
    }

    /// What the picture is of.
    public enum Subject {
        PROGRAM,
        NEXT
    }
}
