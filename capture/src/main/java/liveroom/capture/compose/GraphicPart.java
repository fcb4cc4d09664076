package liveroom.capture.compose;

import liveroom.capture.scene.Look.Blend;
import org.jspecify.annotations.Nullable;

/// The painted picture of a layer, or while there is none yet, that of the layer it has replaced.
final class GraphicPart implements Part {
    private final Graphic graphic;
    private final Paintings paintings;
    private final Scroll scroll;
    private final @Nullable Sprite former;
    private final Spot spot = new Spot();
    private final Area area = new Area();
    private final Area opaque = new Area();
    private @Nullable ScaledOverlay scaled;
    private @Nullable Sprite sprite;
    private @Nullable Overlay overlay;
    private int offset;

    /// @param graphic held for it
    /// @param former whose place it takes, and whose strip it lets run on
    GraphicPart(Graphic graphic, Paintings paintings, @Nullable GraphicPart former) {
        this.graphic = graphic;
        this.paintings = paintings;
        this.former = former == null ? null : former.shown();
        this.scroll = former == null ? new Scroll() : former.scroll;
    }

    private @Nullable Sprite shown() {
        Sprite own = graphic.peek();
        return own == null ? former : own;
    }

    Graphic graphic() {
        return graphic;
    }

    @Override
    public boolean isThere() {
        return shown() != null;
    }

    @Override
    public void request(Moment moment) {
        graphic.sprite(moment.wallMillis());
    }

    @Override
    public void arrange(Moment moment, Pose pose) {
        area.clear();
        opaque.clear();
        Sprite now = shown();
        sprite = now;
        if (now == null || pose.opacity == 0) {
            return;
        }
        spot.opacity = pose.opacity;
        spot.blend = pose.blend;
        offset = now.moves() ? scroll.offset(moment, now.run().pixelsPerSecond(), now.overlay().width) : 0;
        if (pose.scale == 1 || now.moves()) {
            overlay = now.overlay();
            area.set(now.x() + pose.dx, now.y() + pose.dy, now.seenWidth(), now.overlay().height);
            arrangeOpaque(now, pose);
        } else {
            scale(now, pose);
        }
    }

    private void arrangeOpaque(Sprite now, Pose pose) {
        int from = now.overlay().opaqueFrom();
        boolean whole = now.seenWidth() == now.overlay().width || from == 0;
        if (whole && from < now.overlay().width && pose.opacity == RowBlend.FULL && pose.blend == Blend.NORMAL) {
            opaque.set(area.left + from, area.top, now.seenWidth() - from, now.overlay().height);
        }
    }

    private void scale(Sprite now, Pose pose) {
        ScaledOverlay scratch = scaled;
        if (scratch == null || !scratch.isOf(now.overlay())) {
            scratch = new ScaledOverlay(now.overlay());
            scaled = scratch;
        }
        overlay = scratch.at(pose.scale);
        int x = Pose.even(pose.centreX + (now.x() - pose.centreX) * pose.scale);
        int y = Pose.even(pose.centreY + (now.y() - pose.centreY) * pose.scale);
        area.set(x, y, scratch.width(), scratch.height());
    }

    @Override
    public Area area() {
        return area;
    }

    @Override
    public Area opaque() {
        return opaque;
    }

    @Override
    public void draw(Canvas canvas) {
        Overlay drawn = overlay;
        if (drawn == null || area.isEmpty()) {
            return;
        }
        int seen = area.right - area.left;
        int done = 0;
        int column = offset;
        do {
            int columns = Math.min(seen - done, drawn.width - column);
            spot.at(area.left + done, area.top);
            spot.columns(column, columns);
            canvas.draw(drawn, spot);
            done += columns;
            column = 0;
        } while (done < seen && sprite != null && sprite.moves());
    }

    @Override
    public void finish() {
        overlay = null;
    }

    @Override
    public void close() {
        paintings.drop(graphic);
    }
}
