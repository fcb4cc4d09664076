package liveroom.app.window.kit;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Content as wide as its place, that scrolls where it is too high for it; in a column it takes what height is left.
public final class Scroller extends ScrollPane {
    public Scroller(Region content) {
        super(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        VBox.setVgrow(this, Priority.ALWAYS);
    }

    /// Text within is as high as its width makes it.
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }
}
