package liveroom.capture.source;

import liveroom.capture.media.VideoFormat;

/// In which shape and size a source's pictures are delivered.
public sealed interface PictureShape {
    /// What devices are asked for; no picture has more pixels.
    VideoFormat format();

    /// All pictures have this format, with black bars where the source's shape is another.
    record Barred(VideoFormat format) implements PictureShape {}

    /// Pictures keep the source's own shape.
    record Own(VideoFormat format, Sizing sizing) implements PictureShape {}

    /// Says how large pictures are made. Asked for each one on the source's thread, and must not wait.
    @FunctionalInterface
    interface Sizing {
        /// A size of about the shape of the source, whose own is given in square pixels.
        VideoFormat of(double width, double height);
    }
}
