package liveroom.app.window.kit;

import java.util.function.BooleanSupplier;
import javafx.geometry.Pos;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A list whose items lie side by side, which fades out at each end beyond which there are more of them.
public final class FadingRow extends StackPane {
    /// A bar that is so near to an end is at it: its value comes of divisions.
    private static final double AT_END = 1e-3;

    private final Region before = fade("before", Pos.CENTER_LEFT);
    private final Region after = fade("after", Pos.CENTER_RIGHT);

    public FadingRow(ListView<?> list) {
        setMinWidth(0);
        getChildren().addAll(list, before, after);
        list.skinProperty().subscribe(_ -> {
            if (list.lookup(".scroll-bar:horizontal") instanceof ScrollBar bar) {
                follow(bar);
            }
        });
    }

    /// The list's bar is not seen, but it knows where the list has been moved to.
    private void follow(ScrollBar bar) {
        bind(before, bar, () -> bar.getValue() > bar.getMin() + AT_END);
        bind(after, bar, () -> bar.getValue() < bar.getMax() - AT_END);
    }

    private static void bind(Region fade, ScrollBar bar, BooleanSupplier more) {
        Runnable look = () -> fade.setVisible(bar.isVisible() && more.getAsBoolean());
        bar.valueProperty().subscribe(look);
        bar.maxProperty().subscribe(look);
        bar.visibleProperty().subscribe(look);
        look.run();
    }

    private static Region fade(String end, Pos place) {
        Region fade = new Region();
        fade.setId("fade-" + end);
        fade.getStyleClass().add("room-fade-" + end);
        fade.setMouseTransparent(true);
        fade.setVisible(false);
        setAlignment(fade, place);
        return fade;
    }
}
