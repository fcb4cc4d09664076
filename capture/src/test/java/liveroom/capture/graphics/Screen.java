package liveroom.capture.graphics;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.time.Instant;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.scene.Layer;

/// A picture on which paintings are put one after another, as the program does it: what a viewer sees.
final class Screen {
    static final Instant NOON = Instant.parse("2026-03-01T12:34:56.250Z");

    private final VideoFormat format;
    private final BufferedImage image;

    /// Begins with a grey between the dark and the light of a room.
    Screen(VideoFormat format) {
        this.format = format;
        image = new BufferedImage(format.width(), format.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(0x6b7079));
        graphics.fillRect(0, 0, format.width(), format.height());
        graphics.dispose();
    }

    BufferedImage image() {
        return image;
    }

    Screen put(LayerPainter painter, Layer layer, BrandKit kit) {
        put(painter.paint(layer, kit, format, NOON));
        return this;
    }

    void put(Painting painting) {
        if (painting.argb().length == 0) {
            return;
        }
        BufferedImage pixels = new BufferedImage(painting.width(), painting.height(), BufferedImage.TYPE_INT_ARGB_PRE);
        pixels.getRaster().setDataElements(0, 0, painting.width(), painting.height(), painting.argb());
        Graphics2D graphics = image.createGraphics();
        if (painting.run().moves()) {
            graphics.setClip(painting.x(), painting.y(), painting.run().windowWidth(), painting.height());
        }
        graphics.drawImage(pixels, painting.x(), painting.y(), null);
        graphics.dispose();
    }
}
