package liveroom.capture.compose;

import liveroom.capture.media.Bars;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Look.Blend;
import liveroom.capture.scene.Placement;
import org.jspecify.annotations.Nullable;

/// The moving picture of a layer, scaled into its box. While its source has none, the box is dark,
/// unless something would be seen through the picture.
final class MovingPart implements Part {
    private static final Bt709.Yuv DARK = Bt709.Yuv.of(0x16181c);

    /// What is drawn while there is no picture.
    enum WithoutPicture {
        DARK_BOX,
        NOTHING
    }

    private final String source;
    private final Placement placement;
    /// What is to fill the whole picture stands there as it comes, bars and all; in a box bars are left off.
    private final boolean isWhole;
    private final double cornerRadius;
    private final WithoutPicture without;
    private final VideoFormat format;
    private final Feeds feeds;
    private final BoxScaler scaler = new BoxScaler();
    private final Planes part = new Planes();
    private final Cutout cutout;
    private final Spot spot = new Spot();
    private final Area area = new Area();
    private final Area opaque = new Area();
    private @Nullable VideoFrame frame;
    private @Nullable Framing framing;
    private Bars bars = Bars.NONE;
    private VideoFormat framedFormat;
    private Bars framedBars = Bars.NONE;
    private double framedScale;

    MovingPart(String source, Layer layer, Content.Key key, VideoFormat format, Feeds feeds) {
        this.source = source;
        this.placement = layer.placement();
        this.isWhole = placement.box().equals(Box.FULL);
        this.cornerRadius = layer.look().cornerRadius() * format.height();
        this.without = layer.content() instanceof Content.Source ? WithoutPicture.DARK_BOX : WithoutPicture.NOTHING;
        this.format = format;
        this.feeds = feeds;
        this.framedFormat = format;
        this.cutout = new Cutout(key, placement.flip(), cornerRadius);
    }

    @Override
    public boolean isThere() {
        return true;
    }

    @Override
    public void request(Moment moment) {}

    @Override
    public void arrange(Moment moment, Pose pose) {
        finish();
        area.clear();
        opaque.clear();
        VideoFrame main = moment.main();
        if (pose.opacity == 0 || main == null) {
            return;
        }
        VideoFrame newest = feeds.newest(source, main);
        frame = newest;
        if (newest == null && without == WithoutPicture.NOTHING) {
            return;
        }
        bars = newest == null || isWhole ? Bars.NONE : newest.bars();
        Framing now = framing(newest == null ? format : newest.format(), pose.scale);
        spot.opacity = pose.opacity;
        spot.blend = pose.blend;
        if (now.isSeen()) {
            area.set(now.x() + pose.dx, now.y() + pose.dy, now.width(), now.height());
            if (isPlain(pose.opacity, pose.blend)) {
                opaque.set(area.left, area.top, now.width(), now.height());
            }
        }
    }

    private boolean isPlain(int opacity, Blend blend) {
        return opacity == RowBlend.FULL && blend == Blend.NORMAL && !cutout.cuts();
    }

    private Framing framing(VideoFormat shown, double scale) {
        Framing known = framing;
        boolean same = scale == framedScale && shown.equals(framedFormat) && bars.equals(framedBars);
        if (known == null || !same) {
            known = Framing.of(placement, bars.within(shown), format, scale);
            framing = known;
            framedBars = bars;
            framedFormat = shown;
            framedScale = scale;
        }
        return known;
    }

    /// The picture of the source, if it is all of the program's picture as it is; the caller
    /// borrows it.
    @Nullable
    VideoFrame untouched() {
        VideoFrame shown = frame;
        Framing now = framing;
        boolean whole = shown != null
                && now != null
                && shown.format().equals(format)
                && opaque.left == 0
                && opaque.top == 0
                && now.isUnscaled()
                && now.width() == format.width()
                && now.height() == format.height()
                && placement.flip() == Placement.Flip.NONE;
        return whole ? shown : null;
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
        Framing now = framing;
        if (now == null || area.isEmpty()) {
            return;
        }
        VideoFrame shown = frame;
        Planes pixels = shown == null ? null : pixels(shown, now);
        if (pixels == null) {
            if (!cutout.cuts()) {
                canvas.fill(area, DARK);
            }
        } else if (isPlain(spot.opacity, spot.blend) && !cutout.mirrors()) {
            canvas.copy(pixels, area.left, area.top);
        } else {
            spot.at(area.left, area.top);
            spot.columns(0, now.width());
            canvas.draw(cutout.of(pixels, now), spot);
        }
    }

    private @Nullable Planes pixels(VideoFrame shown, Framing now) {
        part.part(shown.pixels(), shown.format(), bars.left() + now.sourceX(), bars.top() + now.sourceY());
        part.size(now.sourceWidth(), now.sourceHeight());
        if (placement.flip() == Placement.Flip.VERTICAL || placement.flip() == Placement.Flip.BOTH) {
            part.turnUpsideDown();
        }
        return now.isUnscaled() ? part : scaler.scale(part, now.width(), now.height());
    }

    @Override
    public void finish() {
        VideoFrame old = frame;
        frame = null;
        if (old != null) {
            old.close();
        }
    }

    @Override
    public void close() {
        finish();
        scaler.close();
    }
}
