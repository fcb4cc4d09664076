package liveroom.app.studio;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import javax.imageio.ImageIO;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.program.PictureScaler;

/// Makes JPEGs of one width of the program's pictures. Confined to one thread at a time.
final class JpegMaker implements AutoCloseable {
    private final int width;
    private final PictureScaler scaler = new PictureScaler();

    /// @param width in pixels; a picture that is smaller stays as it is
    JpegMaker(int width) {
        this.width = width;
    }

    byte[] jpeg(VideoFrame frame) {
        int wide = Math.min(width, frame.format().width());
        int high = Math.max(1, wide * frame.format().height() / frame.format().width());
        BufferedImage picture = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pixels = arena.allocate((long) wide * high * PictureScaler.BYTES_PER_PIXEL);
            scaler.scale(frame.format(), frame.buffer().memory(), pixels, wide, high);
            int[] into = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
            MemorySegment.copy(pixels, ValueLayout.JAVA_INT_UNALIGNED, 0, into, 0, into.length);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        scaler.close();
    }
}
