package liveroom.app.window;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import liveroom.app.studio.ScenePictures;

/// Stills in one colour for each scene, and who asked for which.
public final class FakeScenePictures implements ScenePictures {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> threads = new CopyOnWriteArrayList<>();

    @Override
    public Optional<byte[]> jpegOf(String sceneId) {
        asked.add(sceneId);
        threads.add(Thread.currentThread().getName());
        BufferedImage picture = new BufferedImage(320, 180, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(colour(sceneId));
        pen.fillRect(0, 0, 320, 180);
        pen.setColor(Color.WHITE);
        pen.fillOval(110, 30, 100, 100);
        pen.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpeg", jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(jpeg.toByteArray());
    }

    /// The colour of a scene's still, but for a circle.
    static Color colour(String sceneId) {
        return Color.getHSBColor(Math.floorMod(sceneId.hashCode(), 360) / 360f, 0.6f, 0.6f);
    }

    /// The scenes that stills were asked for of, in order.
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /// The names of the threads that asked.
    List<String> threads() {
        return List.copyOf(threads);
    }
}
