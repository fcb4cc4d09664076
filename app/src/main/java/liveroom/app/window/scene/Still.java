package liveroom.app.window.scene;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/// A small picture, twice as large as it is shown, so that it is sharp on fine displays.
///
/// @param argb opaque, row by row; not to be changed
@SuppressWarnings("ArrayRecordComponent") // never compared, only shown
public record Still(int width, int height, int[] argb) {
    private static final int WIDTH = 192;
    private static final int HEIGHT = 108;

    /// Reads a picture and brings it to size, all of it, on black where its shape is another; nothing if it cannot be
    /// read. Takes time.
    static Optional<Still> of(byte[] jpeg) {
        try {
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(jpeg));
            return Optional.ofNullable(read).map(Still::scaled);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Still scaled(BufferedImage read) {
        BufferedImage small = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        double scale = Math.min((double) WIDTH / read.getWidth(), (double) HEIGHT / read.getHeight());
        int width = (int) Math.round(read.getWidth() * scale);
        int height = (int) Math.round(read.getHeight() * scale);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(read, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height, null);
        pen.dispose();
        int[] rgb = small.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
        return new Still(WIDTH, HEIGHT, rgb);
    }
}
