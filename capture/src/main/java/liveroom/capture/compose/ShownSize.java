package liveroom.capture.compose;

import java.util.Set;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Placement;
import liveroom.capture.source.PictureShape;

/// How large a source's pictures are made: as large as the largest of the layers that show it, so
/// that they are scaled once, by their reader; but no larger than they come, nor with more pixels
/// than the program's picture has.
///
/// The layers are told by the thread `feeds`, the size is asked for by the source's thread.
final class ShownSize implements PictureShape.Sizing {
    private static final int LEAST = 16;

    private final VideoFormat picture;
    private volatile Set<Placement> places = Set.of(Placement.FULL);
    private volatile Sized sized;

    private record Sized(Set<Placement> places, double width, double height, VideoFormat format) {}

    ShownSize(VideoFormat picture) {
        this.picture = picture;
        this.sized = new Sized(Set.of(), 0, 0, picture);
    }

    void shownAt(Set<Placement> newPlaces) {
        if (!newPlaces.equals(places)) {
            places = Set.copyOf(newPlaces);
        }
    }

    @Override
    public VideoFormat of(double width, double height) {
        Set<Placement> now = places;
        Sized known = sized;
        if (!known.places().equals(now) || known.width() != width || known.height() != height) {
            known = new Sized(now, width, height, format(now, width, height));
            sized = known;
        }
        return known.format();
    }

    private VideoFormat format(Set<Placement> now, double width, double height) {
        double scale = 0;
        for (Placement place : now) {
            scale = Math.max(scale, scale(place, width, height));
        }
        scale = Math.min(scale, 1);
        int newWidth = Math.max(LEAST, Pose.even(width * scale));
        int newHeight = Math.max(LEAST, Pose.even(height * scale));
        if ((long) newWidth * newHeight > picture.lumaBytes()) {
            double most = Math.sqrt(picture.lumaBytes() / (width * height));
            newWidth = Math.clamp((long) (width * most) & ~1, LEAST, picture.lumaBytes() / LEAST);
            newHeight = Math.clamp((long) (height * most) & ~1, LEAST, picture.lumaBytes() / newWidth & ~1);
        }
        return new VideoFormat(newWidth, newHeight);
    }

    /// By how much the whole source is to be scaled so that what is left of it after cropping
    /// fills the box.
    private double scale(Placement place, double width, double height) {
        Box box = place.box();
        Placement.Crop crop = place.crop();
        double across = box.width() * picture.width() / (width * (1 - crop.left() - crop.right()));
        double down = box.height() * picture.height() / (height * (1 - crop.top() - crop.bottom()));
        return switch (place.fit()) {
            case CONTAIN -> Math.min(across, down);
            case COVER, STRETCH -> Math.max(across, down);
        };
    }
}
