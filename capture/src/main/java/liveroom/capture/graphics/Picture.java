package liveroom.capture.graphics;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/// A decoded picture, ready to be drawn at any size.
sealed interface Picture {
    double width();

    double height();

    /// Memory that it takes, about.
    long bytes();

    /// Draws all of it into a rectangle at the origin.
    void draw(Graphics2D graphics, double width, double height);

    /// Pixels.
    record Raster(BufferedImage image) implements Picture {
        @Override
        public double width() {
            return image.getWidth();
        }

        @Override
        public double height() {
            return image.getHeight();
        }

        @Override
        public long bytes() {
            return 4L * image.getWidth() * image.getHeight();
        }

        /// Halves it until it is less than twice as large as asked: one step of interpolation would skip pixels.
        @Override
        public void draw(Graphics2D graphics, double width, double height) {
            BufferedImage scaled = image;
            while (scaled.getWidth() >= 2 * width && scaled.getHeight() >= 2 * height) {
                scaled = halved(scaled);
            }
            graphics.drawImage(
                    scaled,
                    AffineTransform.getScaleInstance(width / scaled.getWidth(), height / scaled.getHeight()),
                    null);
        }

        private static BufferedImage halved(BufferedImage image) {
            int width = Math.max(1, image.getWidth() / 2);
            int height = Math.max(1, image.getHeight() / 2);
            BufferedImage half = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
            Graphics2D graphics = half.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, 0, 0, width, height, null);
            graphics.dispose();
            return half;
        }
    }

    /// Shapes. @param bytes of its file
    record Vector(SVGDocument document, long fileBytes) implements Picture {
        private static final int MEMORY_PER_BYTE = 12;

        @Override
        public double width() {
            return document.size().width;
        }

        @Override
        public double height() {
            return document.size().height;
        }

        @Override
        public long bytes() {
            return MEMORY_PER_BYTE * fileBytes;
        }

        @Override
        public void draw(Graphics2D graphics, double width, double height) {
            Graphics2D own = (Graphics2D) graphics.create();
            own.scale(width / width(), height / height());
            document.render(null, own, new ViewBox(0, 0, (float) width(), (float) height()));
            own.dispose();
        }
    }
}
