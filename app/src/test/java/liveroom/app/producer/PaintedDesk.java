package liveroom.app.producer;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Scene;
import liveroom.capture.show.ShowDesk;
import liveroom.transport.control.DeskPictures;

/// Stills that say which scene they are of, and what of it is shown.
record PaintedDesk(ShowDesk desk) implements DeskPictures {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;

    @Override
    public Optional<byte[]> jpeg(Bus bus) {
        Scene scene = switch (bus) {
            case PROGRAM -> desk.state().program();
            case PREVIEW -> desk.state().preview();
        };
        return Optional.of(jpegOf(scene));
    }

    @Override
    public Optional<byte[]> jpegOf(String sceneId) {
        return desk.state().show().scene(sceneId).map(PaintedDesk::jpegOf);
    }

    private static byte[] jpegOf(Scene scene) {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(painted(scene), "jpeg", jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jpeg.toByteArray();
    }

    static BufferedImage painted(Scene scene) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        float hue = Math.floorMod(scene.id().hashCode(), 360) / 360f;
        pen.setPaint(new GradientPaint(
                0, 0, Color.getHSBColor(hue, 0.5f, 0.5f), WIDTH, HEIGHT, Color.getHSBColor(hue, 0.6f, 0.2f)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.WHITE);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 40));
        pen.drawString(scene.name(), 40, 80);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 24));
        int y = 280;
        for (Layer layer : scene.layers()) {
            if (layer.shown() && layer.content() instanceof Content.LowerThird(String name, String title)) {
                pen.drawString(name, 40, y);
                pen.drawString(title, 40, y + 32);
                y -= 80;
            }
        }
        pen.dispose();
        return picture;
    }
}
