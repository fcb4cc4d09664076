package liveroom.app.window.scene;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import liveroom.app.settings.Settings.StudioMode;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.States;

/// Program, transitions and next scene side by side, the scenes under them, and the place to work on
/// layers. Folded, the program has it all but for the scenes.
public final class StageArea extends Pane {
    private static final double GAP = 8;
    private static final double CAPTION = 24;
    private static final double STRIP = 66;
    private static final double LOW_STRIP = 54;
    /// Where there is less, the scenes are smaller.
    private static final double LOW = 420;
    private static final double TRANSITIONS = 88;
    private static final double ARRANGE = 32;
    private static final double PROGRAM_SHARE = 0.57;
    private static final double LEAST_WORK = 128;
    private static final double MOST_PICTURES = 0.56;
    private static final double SHAPE = 9.0 / 16;

    private final Parts parts;
    private StudioMode mode = StudioMode.FOLDED;

    /// An area of these parts.
    public StageArea(Parts parts) {
        this.parts = parts;
        getStyleClass().add("room-stage");
        getChildren()
                .addAll(
                        parts.programCaption(),
                        parts.nextCaption(),
                        parts.program(),
                        parts.transitions(),
                        parts.next(),
                        parts.arrange(),
                        parts.strip(),
                        parts.work());
        show(mode);
    }

    /// Opens or folds the next scene and what belongs to it.
    public void show(StudioMode newMode) {
        mode = newMode;
        for (Node node : new Node[] {
            parts.programCaption(),
            parts.nextCaption(),
            parts.transitions(),
            parts.next(),
            parts.arrange(),
            parts.work()
        }) {
            Controls.present(node, mode == StudioMode.OPEN);
        }
        parts.program().pseudoClassStateChanged(States.COMPACT, mode == StudioMode.OPEN);
        parts.next().pseudoClassStateChanged(States.COMPACT, mode == StudioMode.OPEN);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double strip = height < LOW ? LOW_STRIP : STRIP;
        parts.strip().pseudoClassStateChanged(States.COMPACT, height < LOW);
        switch (mode) {
            case FOLDED -> {
                double pictures = Math.max(0, height - strip - GAP);
                parts.program().resizeRelocate(0, 0, width, pictures);
                parts.strip().resizeRelocate(0, pictures + GAP, width, strip);
            }
            case OPEN -> layoutOpen(width, height, strip);
        }
    }

    private void layoutOpen(double width, double height, double strip) {
        double forPictures = width - TRANSITIONS - 2 * GAP;
        double programWidth = Math.floor(forPictures * PROGRAM_SHARE);
        double most = Math.min(height * MOST_PICTURES, height - strip - 2 * GAP - LEAST_WORK);
        double pictures = Math.floor(Math.min(CAPTION + programWidth * SHAPE, most));
        double tall = Math.max(16, pictures - CAPTION);
        programWidth = Math.min(programWidth, Math.floor(tall / SHAPE));
        double nextLeft = programWidth + 2 * GAP + TRANSITIONS;
        double nextTall = Math.max(16, Math.min(tall - ARRANGE, Math.floor((width - nextLeft) * SHAPE)));
        double nextWidth = Math.min(width - nextLeft, Math.ceil(nextTall / SHAPE));
        parts.programCaption().resizeRelocate(0, 0, programWidth, CAPTION);
        parts.nextCaption().resizeRelocate(nextLeft, 0, nextWidth, CAPTION);
        parts.program().resizeRelocate(0, CAPTION, programWidth, tall);
        parts.transitions().resizeRelocate(programWidth + GAP, CAPTION, TRANSITIONS, nextTall);
        parts.next().resizeRelocate(nextLeft, CAPTION, nextWidth, nextTall);
        parts.arrange().resizeRelocate(nextLeft, CAPTION + nextTall, width - nextLeft, ARRANGE);
        parts.strip().resizeRelocate(0, pictures + GAP, width, strip);
        double top = pictures + strip + 2 * GAP;
        parts.work().resizeRelocate(0, top, width, Math.max(0, height - top));
    }

    /// What stands in the area.
    public record Parts(
            Label programCaption,
            Label nextCaption,
            Region program,
            Region transitions,
            Region next,
            Region arrange,
            Region strip,
            Region work) {}
}
